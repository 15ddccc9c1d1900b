import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('es')

export const variations: LaterTexts['variations'] = {
  label: (total) => `${count(total)} respuestas lado a lado`,
  number: (number, total) => `${count(number)} de ${count(total)}`,
  use: 'Usar esta respuesta',
  useOf: (model, number) => `Usar esta respuesta: ${model}, ${count(number)}`,
  leads: 'El próximo mensaje seguirá a esta',
  stop: (model) => `Detener ${model}`,
  rate: (tokensPerSecond, isEstimated) => `${isEstimated ? '≈ ' : ''}${count(Math.round(tokensPerSecond))} tokens/s`,
  completed: (model) => `${model} ha terminado.`,
  stopped: (model) => `${model} se ha detenido.`,
  failed: (model) => `${model} ha fallado.`,
  interrupted: (model) => `${model} se ha interrumpido.`,
}

export const comparison: LaterTexts['comparison'] = {
  label: 'Modelos que responden lado a lado',
  model: (number) => `Modelo ${count(number)}`,
  remove: (number) => `Quitar el modelo ${count(number)}`,
  add: 'Añadir un modelo',
}
