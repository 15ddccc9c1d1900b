import { numberIn } from '../../languages/plural.ts'

const number = numberIn('en')

/** The search within the open conversation. */
export const findTexts = {
  label: 'Find in this conversation',
  placeholder: 'Find in this conversation',
  previous: 'Previous place',
  next: 'Next place',
  close: 'Close the search',
  /** Which of the places is shown, as it is read. */
  place: (place: number, count: number) => `${number(place)} of ${number(count)}`,
  none: 'No results',
  reading: 'Reading…',
  readFailed: 'Not all of the conversation could be read.',
  /** Which of the places is shown, as it is heard. */
  announced: (place: number, count: number) => `Place ${number(place)} of ${number(count)}`,
} as const
