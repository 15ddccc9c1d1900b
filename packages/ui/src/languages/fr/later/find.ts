import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('fr')

export const find: LaterTexts['find'] = {
  label: 'Chercher dans cette conversation',
  placeholder: 'Chercher dans cette conversation',
  previous: 'Passage précédent',
  next: 'Passage suivant',
  close: 'Fermer la recherche',
  place: (place, total) => `${count(place)} sur ${count(total)}`,
  none: 'Aucun résultat',
  reading: 'Lecture…',
  readFailed: 'La conversation n’a pas pu être lue en entier.',
  announced: (place, total) => `Passage ${count(place)} sur ${count(total)}`,
}
