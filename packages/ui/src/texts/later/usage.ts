import { numberIn } from '../../languages/plural.ts'

const count = numberIn('en')

/** The words of what was used, in tokens, time and money. */
export const usageTexts = {
  title: 'Usage',
  period: 'Period',
  periods: (days: number) => `${count(days)} days`,
  model: 'Model',
  allModels: 'All models',
  plot: (days: number) => `Tokens a day in the last ${count(days)} days`,
  day: (date: string, usage: string) => `${date}: ${usage}`,
  nothing: 'nothing',
  replies: (replies: number) => (replies === 1 ? '1 reply' : `${count(replies)} replies`),
  tokens: (tokens: number) => (tokens === 1 ? '1 token' : `${count(tokens)} tokens`),
  total: (usage: string) => `In all: ${usage}`,
  byModel: 'By model',
  byDay: 'By day',
  date: 'Day',
  repliesLabel: 'Replies',
  tokensLabel: 'Tokens',
  read: 'Tokens read',
  written: 'Tokens written',
  cost: 'Cost',
  firstToken: 'Time to the first token',
  speed: 'Speed',
  perSecond: (tokens: number) => `${count(tokens)} tokens/s`,
  ofModel: (model: string, label: string) => `${model}: ${label}`,
  uncounted: 'not counted by the model’s server',
  uncountedNote: (replies: number) =>
    replies === 1
      ? 'Of 1 reply the model’s server did not count the tokens.'
      : `Of ${count(replies)} replies the model’s server did not count the tokens.`,
  noPrice: '–',
  noPrices: 'The cost is shown for models whose prices the server was given (LIVETYPE_MODEL_PRICES).',
  empty: 'Nothing was used in this time.',
  loading: 'Counting…',
  failed: 'The usage could not be read.',
  detailsFailed: 'The details could not be read.',
  ofConversation: 'Usage of this conversation',
  ofConversationEmpty: 'Nothing was used yet.',
} as const
