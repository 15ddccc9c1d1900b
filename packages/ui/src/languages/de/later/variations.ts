import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('de')

export const variations: LaterTexts['variations'] = {
  label: (total) => `${count(total)} Antworten nebeneinander`,
  number: (number, total) => `${count(number)} von ${count(total)}`,
  use: 'Diese Antwort nehmen',
  useOf: (model, number) => `Diese Antwort nehmen: ${model}, ${count(number)}`,
  leads: 'Die nächste Nachricht folgt auf diese',
  stop: (model) => `${model} stoppen`,
  rate: (tokensPerSecond, isEstimated) => `${isEstimated ? '≈ ' : ''}${count(Math.round(tokensPerSecond))} Tokens/s`,
  completed: (model) => `${model} ist fertig.`,
  stopped: (model) => `${model} wurde gestoppt.`,
  failed: (model) => `${model} ist gescheitert.`,
  interrupted: (model) => `${model} wurde unterbrochen.`,
}

export const comparison: LaterTexts['comparison'] = {
  label: 'Modelle, die nebeneinander antworten',
  model: (number) => `Modell ${count(number)}`,
  remove: (number) => `Modell ${count(number)} entfernen`,
  add: 'Modell hinzufügen',
}
