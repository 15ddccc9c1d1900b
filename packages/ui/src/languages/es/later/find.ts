import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('es')

export const find: LaterTexts['find'] = {
  label: 'Buscar en esta conversación',
  placeholder: 'Buscar en esta conversación',
  previous: 'Lugar anterior',
  next: 'Lugar siguiente',
  close: 'Cerrar la búsqueda',
  place: (place, total) => `${count(place)} de ${count(total)}`,
  none: 'Sin resultados',
  reading: 'Leyendo…',
  readFailed: 'No se ha podido leer toda la conversación.',
  announced: (place, total) => `Lugar ${count(place)} de ${count(total)}`,
}
