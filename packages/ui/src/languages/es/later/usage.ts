import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'

const count = numberIn('es')
const plural = pluralIn('es')

export const usage: LaterTexts['usage'] = {
  title: 'Consumo',
  period: 'Periodo',
  periods: (days) => `${count(days)} ${plural(days, { one: 'día', other: 'días' })}`,
  model: 'Modelo',
  allModels: 'Todos los modelos',
  plot: (days) => `Tokens por día en los últimos ${count(days)} días`,
  day: (date, used) => `${date}: ${used}`,
  nothing: 'nada',
  replies: (replies) => `${count(replies)} ${plural(replies, { one: 'respuesta', other: 'respuestas' })}`,
  tokens: (tokens) => `${count(tokens)} ${plural(tokens, { one: 'token', other: 'tokens' })}`,
  total: (used) => `En total: ${used}`,
  byModel: 'Por modelo',
  byDay: 'Por día',
  date: 'Día',
  repliesLabel: 'Respuestas',
  tokensLabel: 'Tokens',
  read: 'Tokens leídos',
  written: 'Tokens escritos',
  cost: 'Coste',
  firstToken: 'Tiempo hasta el primer token',
  speed: 'Velocidad',
  perSecond: (tokens) => `${count(tokens)} tokens/s`,
  ofModel: (model, label) => `${model}: ${label}`,
  uncounted: 'no contados por el servidor del modelo',
  uncountedNote: (replies) =>
    `En ${count(replies)} ${plural(replies, { one: 'respuesta', other: 'respuestas' })}, el servidor del modelo no contó los tokens.`,
  noPrice: '–',
  noPrices: 'El coste se muestra para los modelos cuyos precios conoce el servidor (LIVETYPE_MODEL_PRICES).',
  empty: 'No se ha consumido nada en este tiempo.',
  loading: 'Contando…',
  failed: 'No se ha podido leer el consumo.',
  detailsFailed: 'No se han podido leer los detalles.',
  ofConversation: 'Consumo de esta conversación',
  ofConversationEmpty: 'Aún no se ha consumido nada.',
}
