import { numberIn } from '../../languages/plural.ts'

const number = numberIn('en')

/** The buttons of a block of code. */
export const codeTexts = {
  wrap: 'Wrap long lines',
  download: 'Download code',
  fold: 'Show fewer lines',
  unfold: (lines: number) => `Show all ${number(lines)} lines`,
} as const
