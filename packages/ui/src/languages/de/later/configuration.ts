import { configurationLimits } from '@livetype/protocol'
import type { LaterTexts } from '../../../texts/later/later-texts.ts'
import { numberIn } from '../../plural.ts'

const count = numberIn('de')
const { temperature, topP, maxTokens, systemPrompt } = configurationLimits

export const configuration: LaterTexts['configuration'] = {
  title: 'Einstellungen der Unterhaltung',
  intro: 'Sie gelten für Antworten, die ab jetzt beginnen. Was auf Standard bleibt, wird dem Modell nicht gesendet.',
  systemPrompt: 'Systemanweisung',
  systemPromptHint: 'Ersetzt die Anweisungen, die dieser Server von sich aus gibt.',
  systemPromptPlaceholder: 'Wie soll sich der Assistent verhalten?',
  temperature: 'Temperatur',
  temperatureHint: 'Höher ist abwechslungsreicher.',
  topP: 'Top P',
  topPHint: 'Niedriger bleibt bei wahrscheinlichen Wörtern.',
  maxTokens: 'Höchstens Tokens',
  maxTokensHint: 'Wo eine Antwort abgeschnitten wird.',
  reasoningEffort: 'Denkaufwand',
  reasoningEffortHint: 'Für Modelle, die erst nachdenken.',
  efforts: { minimal: 'Minimal', low: 'Gering', medium: 'Mittel', high: 'Hoch' },
  default: 'Standard',
  reset: (name) => `„${name}“ auf Standard zurücksetzen`,
  wrong: {
    systemPrompt: `Schreibe höchstens ${count(systemPrompt)} Zeichen.`,
    temperature: `Schreibe eine Zahl von ${count(temperature.least)} bis ${count(temperature.most)}.`,
    topP: `Schreibe eine Zahl von ${count(topP.least)} bis ${count(topP.most)}.`,
    maxTokens: `Schreibe eine ganze Zahl von ${count(maxTokens.least)} bis ${count(maxTokens.most)}.`,
    reasoningEffort: 'Wähle etwas aus der Liste.',
  },
  save: 'Speichern',
  usePreset: 'Vorlage verwenden …',
  filledFrom: (name) => `Ausgefüllt aus „${name}“.`,
  filledWithModel: (name, model) => `Ausgefüllt aus „${name}“; ab dann antwortet ${model}.`,
  presetUsed: (name) => `„${name}“ wird verwendet`,
  saveAsPreset: 'Als Vorlage speichern',
  presetName: 'Name einer Vorlage',
  presetHint:
    'Bewahrt diese Einstellungen und das gewählte Modell für andere Chats auf. Eine Vorlage mit demselben Namen wird ersetzt.',
  presetSaved: (name) => `Vorlage „${name}“ gespeichert`,
  presetFailed: 'Die Vorlage konnte nicht gespeichert werden.',
}
