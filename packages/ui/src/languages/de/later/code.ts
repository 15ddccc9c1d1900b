import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('de')

export const code: LaterTexts['code'] = {
  wrap: 'Lange Zeilen umbrechen',
  download: 'Code herunterladen',
  fold: 'Weniger Zeilen zeigen',
  unfold: (lines) => `Alle ${count(lines)} Zeilen zeigen`,
  preview: 'Vorschau',
  previewOf: (language) => `Vorschau, ${language}`,
  previewIsPartial: 'In einer Vorschau laufen keine Skripte, und was von anderen Servern käme, fehlt.',
  previewFailed: 'Die Vorschau konnte nicht geladen werden. Prüf die Verbindung und versuch es noch einmal.',
}
