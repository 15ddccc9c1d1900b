import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn, pluralIn } from '../../plural.ts'

const count = numberIn('fr')
const plural = pluralIn('fr')

export const usage: LaterTexts['usage'] = {
  title: 'Consommation',
  period: 'Période',
  periods: (days) => `${count(days)} ${plural(days, { one: 'jour', other: 'jours' })}`,
  model: 'Modèle',
  allModels: 'Tous les modèles',
  plot: (days) => `Jetons par jour sur les ${count(days)} derniers jours`,
  day: (date, used) => `${date} : ${used}`,
  nothing: 'rien',
  replies: (replies) => `${count(replies)} ${plural(replies, { one: 'réponse', other: 'réponses' })}`,
  tokens: (tokens) => `${count(tokens)} ${plural(tokens, { one: 'jeton', other: 'jetons' })}`,
  total: (used) => `En tout : ${used}`,
  byModel: 'Par modèle',
  byDay: 'Par jour',
  date: 'Jour',
  repliesLabel: 'Réponses',
  tokensLabel: 'Jetons',
  read: 'Jetons lus',
  written: 'Jetons écrits',
  cost: 'Coût',
  firstToken: 'Délai du premier jeton',
  speed: 'Vitesse',
  perSecond: (tokens) => `${count(tokens)} jetons/s`,
  ofModel: (model, label) => `${model} : ${label}`,
  uncounted: 'non comptés par le serveur du modèle',
  uncountedNote: (replies) =>
    `Pour ${count(replies)} ${plural(replies, { one: 'réponse', other: 'réponses' })}, le serveur du modèle n’a pas compté les jetons.`,
  noPrice: '–',
  noPrices: 'Le coût s’affiche pour les modèles dont le serveur connaît les prix (LIVETYPE_MODEL_PRICES).',
  empty: 'Rien n’a été consommé pendant cette période.',
  loading: 'Calcul…',
  failed: 'Impossible de lire la consommation.',
  detailsFailed: 'Impossible de lire les détails.',
  ofConversation: 'Consommation de cette conversation',
  ofConversationEmpty: 'Rien n’a encore été consommé.',
}
