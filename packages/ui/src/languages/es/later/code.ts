import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('es')

export const code: LaterTexts['code'] = {
  wrap: 'Ajustar las líneas largas',
  download: 'Descargar el código',
  fold: 'Mostrar menos líneas',
  unfold: (lines) => `Mostrar las ${count(lines)} líneas`,
  preview: 'Vista previa',
  previewOf: (language) => `Vista previa, ${language}`,
  previewIsPartial: 'En una vista previa no se ejecutan scripts, y lo que vendría de otros servidores se omite.',
  previewFailed: 'No se pudo cargar la vista previa. Comprueba la conexión e inténtalo de nuevo.',
}
