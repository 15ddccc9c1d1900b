import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('de')

export const find: LaterTexts['find'] = {
  label: 'In dieser Unterhaltung suchen',
  placeholder: 'In dieser Unterhaltung suchen',
  previous: 'Vorige Stelle',
  next: 'Nächste Stelle',
  close: 'Suche schließen',
  place: (place, total) => `${count(place)} von ${count(total)}`,
  none: 'Keine Treffer',
  reading: 'Wird gelesen …',
  readFailed: 'Nicht die ganze Unterhaltung konnte gelesen werden.',
  announced: (place, total) => `Stelle ${count(place)} von ${count(total)}`,
}
