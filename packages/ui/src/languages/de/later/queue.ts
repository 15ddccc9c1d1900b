import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'

const count = numberIn('de')
const plural = pluralIn('de')

export const queue: LaterTexts['queue'] = {
  label: 'Wartende Nachrichten',
  waiting: (total) =>
    total === 1
      ? 'Wird gesendet, wenn die Antwort fertig ist'
      : `${count(total)} Nachrichten werden nach der Antwort der Reihe nach gesendet`,
  held: {
    stopped: 'Wartet auf dich, da die Antwort gestoppt wurde.',
    failed: 'Wartet auf dich, da die Antwort fehlgeschlagen ist.',
    interrupted: 'Wartet auf dich, da der Server während der Antwort ausfiel.',
    refused: (reason) => `Wartet auf dich, da sie nicht gesendet werden konnte. ${reason}`,
  },
  sending: 'Unterwegs in die Warteschlange …',
  attachmentsAlone: (names) => `Angehängt: ${names}`,
  attached: (total) => plural(total, { one: `${count(total)} Anhang`, other: `${count(total)} Anhänge` }),
  edit: (name) => `Wartende Nachricht „${name}“ bearbeiten`,
  editLabel: 'Wartende Nachricht bearbeiten',
  save: 'Speichern',
  remove: (name) => `Wartende Nachricht „${name}“ entfernen`,
  sendNow: 'Jetzt senden',
  sendNowOf: (name) => `Jetzt senden: „${name}“`,
  stopAndSend: 'Antwort stoppen und jetzt senden',
  stopAndSendOf: (name) => `Antwort stoppen und jetzt senden: „${name}“`,
  retry: (name) => `Noch einmal einreihen: „${name}“`,
  failed: (reason) => `Diese Nachricht konnte nicht eingereiht werden. ${reason}`,
  news: {
    queued: (name) => `Eingereiht: „${name}“`,
    sent: (name) => `Aus der Warteschlange gesendet: „${name}“`,
    removed: (name) => `Aus der Warteschlange entfernt: „${name}“`,
    changed: (name) => `In der Warteschlange geändert: „${name}“`,
  },
  editFailed: 'Die wartende Nachricht konnte nicht geändert werden.',
  removeFailed: 'Die wartende Nachricht konnte nicht entfernt werden.',
  goneTitle: 'Die wartende Nachricht ist schon gesendet',
  goneBody: 'Was du gerade geändert hast, steht im Eingabefeld.',
}
