import { configurationLimits } from '@livetype/protocol'

const { temperature, topP, maxTokens, systemPrompt } = configurationLimits

/** The words of a conversation's settings. */
export const configurationTexts = {
  title: 'Conversation settings',
  intro: 'They count for replies that begin from now on. What is left at its default is not sent to the model.',
  systemPrompt: 'System prompt',
  systemPromptHint: 'Replaces the instructions that this server gives by itself.',
  systemPromptPlaceholder: 'How should the assistant behave?',
  temperature: 'Temperature',
  temperatureHint: 'Higher is more varied.',
  topP: 'Top P',
  topPHint: 'Lower keeps to likely words.',
  maxTokens: 'Most tokens',
  maxTokensHint: 'Where a reply is cut off.',
  reasoningEffort: 'Reasoning effort',
  reasoningEffortHint: 'For models that think first.',
  efforts: { minimal: 'Minimal', low: 'Low', medium: 'Medium', high: 'High' },
  default: 'Default',
  reset: (name: string) => `Set “${name}” back to its default`,
  wrong: {
    systemPrompt: `Write at most ${systemPrompt.toLocaleString('en')} characters.`,
    temperature: `Write a number from ${temperature.least} to ${temperature.most}.`,
    topP: `Write a number from ${topP.least} to ${topP.most}.`,
    maxTokens: `Write a whole number from ${maxTokens.least} to ${maxTokens.most.toLocaleString('en')}.`,
    reasoningEffort: 'Choose one of the list.',
  },
  save: 'Save',
  usePreset: 'Use a preset…',
  /** A preset has filled in the fields of the dialog; nothing is saved yet. */
  filledFrom: (name: string) => `Filled in from “${name}”.`,
  filledWithModel: (name: string, model: string) => `Filled in from “${name}”; ${model} answers from then on.`,
  presetUsed: (name: string) => `Using “${name}”`,
  saveAsPreset: 'Save as preset',
  presetName: 'Name of a preset',
  presetHint: 'Keeps these settings and the chosen model for other chats. A preset of the same name is replaced.',
  presetSaved: (name: string) => `Saved the preset “${name}”`,
  presetFailed: 'The preset could not be saved.',
} as const
