import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('es')

export const attachments: LaterTexts['attachments'] = {
  tray: 'Archivos adjuntos',
  drop: 'Suelta archivos para adjuntarlos',
  dropHint: 'Imágenes, PDF y texto',
  remove: (name) => `Quitar ${name}`,
  retry: (name) => `Subir ${name} de nuevo`,
  progress: (name) => `Subiendo ${name}`,
  begun: (name) => `${name} se está subiendo.`,
  attached: (name) => `${name} se ha adjuntado.`,
  removed: (name) => `${name} se ha quitado.`,
  failed: (name, reason) => `No se ha podido adjuntar ${name}. ${reason}`,
  viewer: {
    place: (number, total) => `${count(number)} / ${count(total)}`,
    size: (width, height) => `${count(width)} × ${count(height)}`,
    previous: 'Imagen anterior',
    next: 'Imagen siguiente',
    original: 'Abrir el original',
  },
}
