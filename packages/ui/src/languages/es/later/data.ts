import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'

const count = numberIn('es')
const plural = pluralIn('es')
const conversations = (total: number) =>
  `${count(total)} ${plural(total, { one: 'conversación', other: 'conversaciones' })}`
const messages = (total: number) => `${count(total)} ${plural(total, { one: 'mensaje', other: 'mensajes' })}`

export const data: LaterTexts['data'] = {
  title: 'Tus datos',
  exportTitle: 'Exportar',
  exportHint:
    'Todas tus conversaciones en un solo archivo. JSON lo tiene todo y se puede volver a importar; Markdown es para leer.',
  exportNote: 'Las imágenes y los archivos adjuntos van en el JSON; el Markdown solo los nombra.',
  exportJson: 'Exportar todo como JSON',
  exportMarkdown: 'Exportar todo como Markdown',
  importTitle: 'Importar',
  importHint:
    'Una exportación de Livetype, el conversations.json de ChatGPT o una exportación de Open WebUI. Lo que ya está aquí no cambia: nada se duplica.',
  choose: 'Elegir un archivo',
  chooseAnother: 'Elegir otro archivo',
  orDrop: 'o suéltalo aquí',
  drop: 'Suelta un archivo para importarlo',
  dropHint: 'De Livetype, ChatGPT u Open WebUI',
  one: 'Un archivo cada vez: se importa el primero.',
  running: (name) => `Importando ${name}`,
  read: (total) =>
    total === 0 ? 'Leyendo el archivo…' : `${conversations(total)} ${plural(total, { one: 'leída', other: 'leídas' })}`,
  stop: 'Detener la importación',
  stopped:
    'La importación se detuvo. Lo que ya se había tomado está aquí; si importas el archivo otra vez, se añade el resto.',
  failed: (reason) => `${reason} Lo que se tomó antes está aquí, y no ha cambiado nada más.`,
  retry: 'Reintentar',
  done: (name) => `${name} se ha leído.`,
  nothing: 'No hay ninguna conversación en este archivo.',
  imported: (total, messageCount) =>
    `${conversations(total)} ${plural(total, { one: 'importada', other: 'importadas' })}, con ${messages(messageCount)}.`,
  present: (total) => `${conversations(total)} ya ${plural(total, { one: 'estaba', other: 'estaban' })} aquí.`,
  restored: (total) =>
    `${conversations(total)} ${plural(total, { one: 'se había eliminado y ha vuelto', other: 'se habían eliminado y han vuelto' })}.`,
  refused: (total) => `${conversations(total)} no se ${plural(total, { one: 'ha podido', other: 'han podido' })} leer.`,
  problem: (reason) => `El archivo no se ha podido leer hasta el final. ${reason}`,
  groups: {
    refused: (total) => `No importadas (${count(total)})`,
    changed: (total) => `Importadas en parte (${count(total)})`,
    imported: (total) => `Importadas (${count(total)})`,
    restored: (total) => `Recuperadas (${count(total)})`,
    present: (total) => `Ya estaban aquí (${count(total)})`,
  },
  place: (place) => `Lugar en el archivo: ${place}`,
  printedInPart:
    'Esto es solo una parte de la conversación, hasta donde se leyó. «Imprimir la conversación», entre los comandos, la imprime entera.',
  unlisted: (total) =>
    `${plural(total, { one: 'No se muestra', other: 'No se muestran' })} ${conversations(total)} más.`,
}
