import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('de')

export const share: LaterTexts['share'] = {
  title: 'Eine Kopie teilen',
  intro:
    'Ein Link zeigt diese Unterhaltung, wie sie jetzt ist, nur zum Lesen. Was später gesagt wird, steht nicht darin, bis du den Link aktualisierst.',
  who: 'Wer den Link hat und diesen Server erreicht, kann sie lesen und weitergeben. Zu sehen sind der Titel, die Nachrichten, die Gedanken der Modelle und angehängte Bilder und Dateien. Wer du bist, steht nicht darin, außer du hast es geschrieben.',
  branches: 'Alle Versionen der Nachrichten zeigen',
  branchesHint: 'Sonst nur die, die du gerade siehst.',
  systemPrompt: 'Die Systemanweisung zeigen',
  systemPromptHint: 'Die für diese Unterhaltung gesetzte, falls es eine gibt.',
  create: 'Link erstellen',
  creating: 'Wird erstellt …',
  links: 'Links zu dieser Unterhaltung',
  none: 'Noch gibt es keine Links.',
  link: (number) => `Link ${count(number)}`,
  copyOf: (time) => `Kopie vom ${time}`,
  withBranches: 'alle Versionen',
  withSystemPrompt: 'Systemanweisung',
  copyLink: (number) => `Link ${count(number)} kopieren`,
  update: 'Aktualisieren',
  updateOf: (number) => `Link ${count(number)} auf den jetzigen Stand bringen`,
  revoke: 'Widerrufen',
  revokeOf: (number) => `Link ${count(number)} widerrufen`,
  created: 'Der Link ist fertig.',
  updated: 'Der Link zeigt die Unterhaltung, wie sie jetzt ist.',
  revoked: 'Der Link wurde widerrufen. Er zeigt nichts mehr.',
  loading: 'Links werden geladen …',
  failed: 'Das hat nicht geklappt.',
  page: {
    note: (time) => `Kopie einer Unterhaltung, geteilt am ${time}. Nur zum Lesen.`,
    systemPrompt: 'Systemanweisung',
    loading: 'Wird geladen …',
    missingTitle: 'Dieser Link zeigt nichts',
    missingBody:
      'Vielleicht wurde er widerrufen oder ist unvollständig. Bitte die Person, von der du ihn hast, um einen neuen.',
    failedTitle: 'Das konnte nicht geladen werden',
    retry: 'Erneut versuchen',
    messages: 'Nachrichten',
  },
}
