import { numberIn } from '../../languages/plural.ts'

const number = numberIn('en')

/** The buttons of a block of code. */
export const codeTexts = {
  wrap: 'Wrap long lines',
  download: 'Download code',
  fold: 'Show fewer lines',
  unfold: (lines: number) => `Show all ${number(lines)} lines`,
  preview: 'Preview',
  previewOf: (language: string) => `Preview, ${language}`,
  previewIsPartial: 'Scripts run in no preview, and what other servers would give is left out.',
  previewFailed: 'The preview could not be loaded. Check the connection, then try again.',
} as const
