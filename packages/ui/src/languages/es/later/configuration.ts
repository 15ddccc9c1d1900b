import { configurationLimits } from '@livetype/protocol'
import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('es')
const { temperature, topP, maxTokens, systemPrompt } = configurationLimits

export const configuration: LaterTexts['configuration'] = {
  title: 'Ajustes de la conversación',
  intro: 'Valen para las respuestas que empiecen a partir de ahora. Lo que quede por defecto no se envía al modelo.',
  systemPrompt: 'Instrucciones del sistema',
  systemPromptHint: 'Sustituyen a las instrucciones que da este servidor por sí mismo.',
  systemPromptPlaceholder: '¿Cómo debe comportarse el asistente?',
  temperature: 'Temperatura',
  temperatureHint: 'Más alta, más variada.',
  topP: 'Top P',
  topPHint: 'Más bajo, palabras más probables.',
  maxTokens: 'Máximo de tokens',
  maxTokensHint: 'Dónde se corta una respuesta.',
  reasoningEffort: 'Esfuerzo de razonamiento',
  reasoningEffortHint: 'Para modelos que piensan primero.',
  efforts: { minimal: 'Mínimo', low: 'Bajo', medium: 'Medio', high: 'Alto' },
  default: 'Por defecto',
  reset: (name) => `Restablecer «${name}» a su valor por defecto`,
  wrong: {
    systemPrompt: `Escribe como máximo ${count(systemPrompt)} caracteres.`,
    temperature: `Escribe un número de ${count(temperature.least)} a ${count(temperature.most)}.`,
    topP: `Escribe un número de ${count(topP.least)} a ${count(topP.most)}.`,
    maxTokens: `Escribe un número entero de ${count(maxTokens.least)} a ${count(maxTokens.most)}.`,
    reasoningEffort: 'Elige una opción de la lista.',
  },
  save: 'Guardar',
  usePreset: 'Usar una plantilla…',
  filledFrom: (name) => `Rellenado con «${name}».`,
  filledWithModel: (name, model) => `Rellenado con «${name}»; desde entonces responde ${model}.`,
  presetUsed: (name) => `Se usa «${name}»`,
  saveAsPreset: 'Guardar como plantilla',
  presetName: 'Nombre de una plantilla',
  presetHint:
    'Guarda estos ajustes y el modelo elegido para otros chats. Una plantilla con el mismo nombre se sustituye.',
  presetSaved: (name) => `Plantilla «${name}» guardada`,
  presetFailed: 'No se ha podido guardar la plantilla.',
}
