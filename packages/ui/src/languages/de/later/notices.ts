import type { LaterTexts } from '../../../texts/later/later-texts.ts'

export const notices: LaterTexts['notices'] = {
  section: 'Mitteilungen',
  label: 'Melde mir, wenn eine lange Antwort fertig ist',
  hint: 'Auf diesem Gerät, solange die Seite nicht zu sehen ist. Genannt wird der Titel des Chats, nie sein Text.',
  choices: { off: 'Aus', on: 'An' },
  blocked:
    'Der Browser blockiert Mitteilungen dieser Seite. Erlaube sie in seinen Einstellungen für diese Seite und wähle dann noch einmal „An“.',
  unsupported: 'Dieser Browser kann hier keine Mitteilungen zeigen.',
  ready: 'Die Antwort ist fertig.',
  failed: 'Die Antwort konnte nicht fertig werden.',
}
