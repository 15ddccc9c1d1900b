import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('es')

export const code: LaterTexts['code'] = {
  wrap: 'Ajustar las líneas largas',
  download: 'Descargar el código',
  fold: 'Mostrar menos líneas',
  unfold: (lines) => `Mostrar las ${count(lines)} líneas`,
}
