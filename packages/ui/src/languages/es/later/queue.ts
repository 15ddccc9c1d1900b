import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'

const count = numberIn('es')
const plural = pluralIn('es')

export const queue: LaterTexts['queue'] = {
  label: 'Mensajes en cola',
  waiting: (total) =>
    total === 1
      ? 'Se enviará cuando termine la respuesta'
      : `${count(total)} mensajes se enviarán por turno, tras la respuesta`,
  held: {
    stopped: 'Espera tu decisión, porque la respuesta se detuvo.',
    failed: 'Espera tu decisión, porque la respuesta falló.',
    interrupted: 'Espera tu decisión, porque el servidor se cerró durante la respuesta.',
    refused: (reason) => `Espera tu decisión, porque no se ha podido enviar. ${reason}`,
  },
  sending: 'De camino a la cola…',
  attachmentsAlone: (names) => `Adjuntos: ${names}`,
  attached: (total) =>
    plural(total, { one: `${count(total)} archivo adjunto`, other: `${count(total)} archivos adjuntos` }),
  edit: (name) => `Editar el mensaje en cola «${name}»`,
  editLabel: 'Editar el mensaje en cola',
  save: 'Guardar',
  remove: (name) => `Quitar el mensaje en cola «${name}»`,
  sendNow: 'Enviar ahora',
  sendNowOf: (name) => `Enviar ahora: «${name}»`,
  stopAndSend: 'Detener la respuesta y enviar ahora',
  stopAndSendOf: (name) => `Detener la respuesta y enviar ahora: «${name}»`,
  retry: (name) => `Volver a poner en cola: «${name}»`,
  failed: (reason) => `No se ha podido poner en cola este mensaje. ${reason}`,
  news: {
    queued: (name) => `En cola: «${name}»`,
    sent: (name) => `Enviado desde la cola: «${name}»`,
    removed: (name) => `Quitado de la cola: «${name}»`,
    changed: (name) => `Cambiado en la cola: «${name}»`,
  },
  editFailed: 'No se ha podido cambiar el mensaje en cola.',
  removeFailed: 'No se ha podido quitar el mensaje en cola.',
  goneTitle: 'El mensaje en cola ya se ha enviado',
  goneBody: 'Lo que estabas cambiando está en el cuadro de mensaje.',
}
