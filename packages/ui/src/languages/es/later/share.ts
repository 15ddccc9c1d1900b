import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('es')

export const share: LaterTexts['share'] = {
  title: 'Compartir una copia',
  intro:
    'Un enlace muestra esta conversación tal como está ahora, solo para leer. Lo que se diga después no aparece hasta que actualices el enlace.',
  who: 'Cualquiera que tenga el enlace y llegue a este servidor puede leerla y pasarla. Ve el título, los mensajes, lo que pensaron los modelos y las imágenes y los archivos adjuntos. No dice quién eres, salvo que lo hayas escrito.',
  branches: 'Mostrar todas las versiones de los mensajes',
  branchesHint: 'Si no, solo las que ves ahora.',
  systemPrompt: 'Mostrar las instrucciones del sistema',
  systemPromptHint: 'Las de esta conversación, si las hay.',
  create: 'Crear un enlace',
  creating: 'Creando…',
  links: 'Enlaces a esta conversación',
  none: 'Aún no hay enlaces.',
  link: (number) => `Enlace ${count(number)}`,
  copyOf: (time) => `Copia del ${time}`,
  withBranches: 'todas las versiones',
  withSystemPrompt: 'instrucciones del sistema',
  copyLink: (number) => `Copiar el enlace ${count(number)}`,
  update: 'Actualizar',
  updateOf: (number) => `Actualizar el enlace ${count(number)} a la conversación de ahora`,
  revoke: 'Revocar',
  revokeOf: (number) => `Revocar el enlace ${count(number)}`,
  created: 'El enlace está listo.',
  updated: 'El enlace muestra la conversación tal como está ahora.',
  revoked: 'El enlace se ha revocado. Ya no muestra nada.',
  loading: 'Cargando los enlaces…',
  failed: 'No ha funcionado.',
  page: {
    note: (time) => `Copia de una conversación, compartida el ${time}. Solo para leer.`,
    systemPrompt: 'Instrucciones del sistema',
    loading: 'Cargando…',
    missingTitle: 'Este enlace no muestra nada',
    missingBody: 'Puede que se haya revocado o que esté incompleto. Pide otro a quien te lo dio.',
    failedTitle: 'No se ha podido cargar',
    retry: 'Reintentar',
    messages: 'Mensajes',
  },
}
