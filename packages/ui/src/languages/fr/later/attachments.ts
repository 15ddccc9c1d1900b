import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('fr')

export const attachments: LaterTexts['attachments'] = {
  tray: 'Pièces jointes',
  drop: 'Déposez des fichiers pour les joindre',
  dropHint: 'Images, PDF et texte',
  remove: (name) => `Retirer ${name}`,
  retry: (name) => `Renvoyer ${name}`,
  progress: (name) => `Envoi de ${name}`,
  begun: (name) => `Envoi de ${name} en cours.`,
  attached: (name) => `${name} est joint.`,
  removed: (name) => `${name} a été retiré.`,
  failed: (name, reason) => `Impossible de joindre ${name}. ${reason}`,
  viewer: {
    place: (number, total) => `${count(number)} / ${count(total)}`,
    size: (width, height) => `${count(width)} × ${count(height)}`,
    previous: 'Image précédente',
    next: 'Image suivante',
    original: 'Ouvrir l’original',
  },
}
