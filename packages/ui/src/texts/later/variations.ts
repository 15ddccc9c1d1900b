/** Several answers side by side. @see SPEC.md RUN11 */
export const variationsTexts = {
  label: (count: number) => `${count} answers side by side`,
  number: (number: number, count: number) => `${number} of ${count}`,
  use: 'Use this answer',
  useOf: (model: string, number: number) => `Use this answer: ${model}, ${number}`,
  leads: 'The next message follows this one',
  stop: (model: string) => `Stop ${model}`,
  /** ≈: guessed by the length of the text, where the model's server does not count. */
  rate: (tokensPerSecond: number, isEstimated: boolean) =>
    `${isEstimated ? '≈ ' : ''}${Math.round(tokensPerSecond)} tokens/s`,
  completed: (model: string) => `${model} has finished.`,
  stopped: (model: string) => `${model} was stopped.`,
  failed: (model: string) => `${model} has failed.`,
  interrupted: (model: string) => `${model} was interrupted.`,
} as const

/** The choice of the models that answer side by side. */
export const comparisonTexts = {
  label: 'Models that answer side by side',
  model: (number: number) => `Model ${number}`,
  remove: (number: number) => `Remove model ${number}`,
  add: 'Add a model',
} as const
