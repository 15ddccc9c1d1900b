import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'

const count = numberIn('de')
const plural = pluralIn('de')
const conversations = (total: number) =>
  `${count(total)} ${plural(total, { one: 'Unterhaltung', other: 'Unterhaltungen' })}`
const messages = (total: number) => `${count(total)} ${plural(total, { one: 'Nachricht', other: 'Nachrichten' })}`

export const data: LaterTexts['data'] = {
  title: 'Deine Daten',
  exportTitle: 'Export',
  exportHint:
    'Alle deine Unterhaltungen in einer Datei. JSON enthält alles und lässt sich wieder importieren; Markdown ist zum Lesen.',
  exportNote: 'Angehängte Bilder und Dateien stehen im JSON; im Markdown stehen nur ihre Namen.',
  exportJson: 'Alles als JSON exportieren',
  exportMarkdown: 'Alles als Markdown exportieren',
  importTitle: 'Import',
  importHint:
    'Ein Export von Livetype, die conversations.json von ChatGPT oder ein Export von Open WebUI. Was schon hier ist, bleibt, wie es ist: Nichts wird doppelt.',
  choose: 'Datei wählen',
  chooseAnother: 'Andere Datei wählen',
  orDrop: 'oder hier ablegen',
  drop: 'Datei zum Importieren ablegen',
  dropHint: 'Von Livetype, ChatGPT oder Open WebUI',
  one: 'Eine Datei auf einmal: Die erste wird importiert.',
  running: (name) => `${name} wird importiert`,
  read: (total) => (total === 0 ? 'Datei wird gelesen …' : `${conversations(total)} gelesen`),
  stop: 'Import stoppen',
  stopped:
    'Der Import wurde gestoppt. Was bis dahin übernommen war, ist hier; ein neuer Import der Datei ergänzt den Rest.',
  failed: (reason) => `${reason} Was vorher übernommen wurde, ist hier; sonst hat sich nichts geändert.`,
  retry: 'Erneut versuchen',
  done: (name) => `${name} wurde gelesen.`,
  nothing: 'In dieser Datei ist keine Unterhaltung.',
  imported: (total, messageCount) => `${conversations(total)} importiert, mit ${messages(messageCount)}.`,
  present: (total) => `${conversations(total)} ${plural(total, { one: 'war', other: 'waren' })} schon hier.`,
  restored: (total) =>
    `${conversations(total)} ${plural(total, { one: 'war gelöscht und ist', other: 'waren gelöscht und sind' })} wieder da.`,
  refused: (total) =>
    `${conversations(total)} ${plural(total, { one: 'konnte', other: 'konnten' })} nicht gelesen werden.`,
  problem: (reason) => `Die Datei konnte nicht bis zum Ende gelesen werden. ${reason}`,
  groups: {
    refused: (total) => `Nicht importiert (${count(total)})`,
    changed: (total) => `Nicht ganz importiert (${count(total)})`,
    imported: (total) => `Importiert (${count(total)})`,
    restored: (total) => `Wiederhergestellt (${count(total)})`,
    present: (total) => `Schon hier (${count(total)})`,
  },
  place: (place) => `Stelle in der Datei: ${place}`,
  printedInPart:
    'Das ist nur ein Teil der Unterhaltung, so weit sie gelesen wurde. „Unterhaltung drucken“ bei den Befehlen druckt sie ganz.',
  unlisted: (total) =>
    `${count(total)} weitere ${plural(total, { one: 'Unterhaltung ist', other: 'Unterhaltungen sind' })} nicht aufgeführt.`,
}
