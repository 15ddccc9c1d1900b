import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('de')

export const selecting: LaterTexts['selecting'] = {
  label: 'Ausgewählte Unterhaltungen',
  selected: (total) => `${count(total)} ausgewählt`,
  all: 'Alle geladenen auswählen',
  tags: 'Tags …',
  leave: 'Auswahl beenden',
}

export const tags: LaterTexts['tags'] = {
  title: (title) => `Tags von „${title}“`,
  titleMany: (total) => `Tags von ${count(total)} Unterhaltungen`,
  field: 'Tag hinzufügen',
  hint: 'Enter oder ein Komma fügt ihn hinzu. Die Rücktaste im leeren Feld entfernt den letzten.',
  partial: 'Ein gestrichelter Tag gilt nur für einige davon. Füge ihn hinzu, damit er für alle gilt.',
  suggestions: 'Verwendete Tags',
  remove: (name) => `Tag ${name} entfernen`,
  onSome: (name) => `${name} (bei einigen)`,
  added: (name) => `Tag ${name} hinzugefügt.`,
  removed: (name) => `Tag ${name} entfernt.`,
  tooLong: (most) => `Ein Tag kann bis zu ${count(most)} Zeichen haben.`,
  tooMany: (most) => `Bis zu ${count(most)} Tags haben hier Platz.`,
  save: 'Speichern',
  changed: (title) => `Tags von „${title}“ geändert`,
  changedMany: (total) => `Tags von ${count(total)} Unterhaltungen geändert`,
}
