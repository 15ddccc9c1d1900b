import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'

const count = numberIn('de')
const plural = pluralIn('de')

export const usage: LaterTexts['usage'] = {
  title: 'Verbrauch',
  period: 'Zeitraum',
  periods: (days) => `${count(days)} ${plural(days, { one: 'Tag', other: 'Tage' })}`,
  model: 'Modell',
  allModels: 'Alle Modelle',
  plot: (days) => `Tokens je Tag in den letzten ${count(days)} Tagen`,
  day: (date, used) => `${date}: ${used}`,
  nothing: 'nichts',
  replies: (replies) => `${count(replies)} ${plural(replies, { one: 'Antwort', other: 'Antworten' })}`,
  tokens: (tokens) => `${count(tokens)} ${plural(tokens, { one: 'Token', other: 'Tokens' })}`,
  total: (used) => `Insgesamt: ${used}`,
  byModel: 'Nach Modell',
  byDay: 'Nach Tag',
  date: 'Tag',
  repliesLabel: 'Antworten',
  tokensLabel: 'Tokens',
  read: 'Gelesene Tokens',
  written: 'Geschriebene Tokens',
  cost: 'Kosten',
  firstToken: 'Zeit bis zum ersten Token',
  speed: 'Tempo',
  perSecond: (tokens) => `${count(tokens)} Tokens/s`,
  ofModel: (model, label) => `${model}: ${label}`,
  uncounted: 'vom Server des Modells nicht gezählt',
  uncountedNote: (replies) =>
    `Bei ${count(replies)} ${plural(replies, { one: 'Antwort', other: 'Antworten' })} hat der Server des Modells die Tokens nicht gezählt.`,
  noPrice: '–',
  noPrices: 'Kosten gibt es für Modelle, deren Preise der Server kennt (LIVETYPE_MODEL_PRICES).',
  empty: 'In dieser Zeit wurde nichts verbraucht.',
  loading: 'Wird gezählt …',
  failed: 'Der Verbrauch konnte nicht gelesen werden.',
  detailsFailed: 'Die Einzelheiten konnten nicht gelesen werden.',
  ofConversation: 'Verbrauch dieser Unterhaltung',
  ofConversationEmpty: 'Noch wurde nichts verbraucht.',
}
