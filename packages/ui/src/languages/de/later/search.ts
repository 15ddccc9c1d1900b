import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'

const count = numberIn('de')
const plural = pluralIn('de')

export const search: LaterTexts['search'] = {
  title: 'Nachrichten durchsuchen',
  placeholder: 'Was wurde gesagt?',
  searching: 'Wird gesucht …',
  syntax: [
    { example: 'apfel kuchen', meaning: 'beide Wörter, irgendwo in einer Nachricht oder einem Titel' },
    { example: '"apfel kuchen"', meaning: 'genau diese Wörter hintereinander' },
    { example: 'apf*', meaning: 'Wörter, die so beginnen' },
    { example: '-kuchen', meaning: 'nichts, worin dieses Wort steht' },
  ],
  none: 'Nichts gefunden.',
  noneHint: 'Weniger Wörter, oder nur ihre Anfänge, finden mehr.',
  failed: 'Die Suche hat nicht geklappt.',
  retry: 'Erneut versuchen',
  foundMessages: (messages) =>
    `${count(messages)} ${plural(messages, { one: 'Nachricht', other: 'Nachrichten' })} gefunden`,
  foundTitles: (titles) => `${count(titles)} Titel gefunden`,
  limited: (messages) => `Mehr als ${count(messages)} Nachrichten enthalten diese Wörter. Gezeigt werden die neuesten.`,
  more: (messages) => `${count(messages)} weitere in dieser Unterhaltung`,
  moreFailed: 'Die anderen konnten nicht gelesen werden. Erneut versuchen',
  loadingMore: 'Weitere werden gesucht …',
  nextFailed: 'Weitere konnten nicht gelesen werden.',
}
