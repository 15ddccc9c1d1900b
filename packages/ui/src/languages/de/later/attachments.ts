import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('de')

export const attachments: LaterTexts['attachments'] = {
  tray: 'Anhänge',
  drop: 'Dateien hier ablegen, um sie anzuhängen',
  dropHint: 'Bilder, PDFs und Text',
  remove: (name) => `${name} entfernen`,
  retry: (name) => `${name} noch einmal hochladen`,
  progress: (name) => `${name} wird hochgeladen`,
  begun: (name) => `${name} wird hochgeladen.`,
  attached: (name) => `${name} ist angehängt.`,
  removed: (name) => `${name} wurde entfernt.`,
  failed: (name, reason) => `${name} konnte nicht angehängt werden. ${reason}`,
  viewer: {
    place: (number, total) => `${count(number)} / ${count(total)}`,
    size: (width, height) => `${count(width)} × ${count(height)}`,
    previous: 'Voriges Bild',
    next: 'Nächstes Bild',
    original: 'Original öffnen',
  },
}
