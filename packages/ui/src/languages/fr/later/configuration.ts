import { configurationLimits } from '@livetype/protocol'
import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('fr')
const { temperature, topP, maxTokens, systemPrompt } = configurationLimits

export const configuration: LaterTexts['configuration'] = {
  title: 'Réglages de la conversation',
  intro:
    'Ils valent pour les réponses qui commencent à partir de maintenant. Ce qui reste par défaut n’est pas envoyé au modèle.',
  systemPrompt: 'Instructions système',
  systemPromptHint: 'Remplacent les instructions que ce serveur donne de lui-même.',
  systemPromptPlaceholder: 'Comment l’assistant doit-il se comporter ?',
  temperature: 'Température',
  temperatureHint: 'Plus élevée, plus variée.',
  topP: 'Top P',
  topPHint: 'Plus bas, des mots plus probables.',
  maxTokens: 'Jetons au maximum',
  maxTokensHint: 'Où une réponse est coupée.',
  reasoningEffort: 'Effort de réflexion',
  reasoningEffortHint: 'Pour les modèles qui réfléchissent d’abord.',
  efforts: { minimal: 'Minimal', low: 'Faible', medium: 'Moyen', high: 'Élevé' },
  default: 'Par défaut',
  reset: (name) => `Rétablir la valeur par défaut de « ${name} »`,
  wrong: {
    systemPrompt: `Écrivez ${count(systemPrompt)} caractères au plus.`,
    temperature: `Écrivez un nombre de ${count(temperature.least)} à ${count(temperature.most)}.`,
    topP: `Écrivez un nombre de ${count(topP.least)} à ${count(topP.most)}.`,
    maxTokens: `Écrivez un nombre entier de ${count(maxTokens.least)} à ${count(maxTokens.most)}.`,
    reasoningEffort: 'Choisissez dans la liste.',
  },
  save: 'Enregistrer',
  usePreset: 'Utiliser un préréglage…',
  filledFrom: (name) => `Rempli d’après « ${name} ».`,
  filledWithModel: (name, model) => `Rempli d’après « ${name} » ; ${model} répondra à partir de là.`,
  presetUsed: (name) => `« ${name} » est utilisé`,
  saveAsPreset: 'Enregistrer comme préréglage',
  presetName: 'Nom d’un préréglage',
  presetHint:
    'Garde ces réglages et le modèle choisi pour d’autres discussions. Un préréglage du même nom est remplacé.',
  presetSaved: (name) => `Préréglage « ${name} » enregistré`,
  presetFailed: 'Impossible d’enregistrer le préréglage.',
}
