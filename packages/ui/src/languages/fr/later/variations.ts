import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('fr')

export const variations: LaterTexts['variations'] = {
  label: (total) => `${count(total)} réponses côte à côte`,
  number: (number, total) => `${count(number)} sur ${count(total)}`,
  use: 'Choisir cette réponse',
  useOf: (model, number) => `Choisir cette réponse : ${model}, ${count(number)}`,
  leads: 'Le prochain message suivra celle-ci',
  stop: (model) => `Arrêter ${model}`,
  rate: (tokensPerSecond, isEstimated) => `${isEstimated ? '≈ ' : ''}${count(Math.round(tokensPerSecond))} jetons/s`,
  completed: (model) => `${model} a terminé.`,
  stopped: (model) => `${model} a été arrêté.`,
  failed: (model) => `${model} a échoué.`,
  interrupted: (model) => `${model} a été interrompu.`,
}

export const comparison: LaterTexts['comparison'] = {
  label: 'Modèles qui répondent côte à côte',
  model: (number) => `Modèle ${count(number)}`,
  remove: (number) => `Retirer le modèle ${count(number)}`,
  add: 'Ajouter un modèle',
}
