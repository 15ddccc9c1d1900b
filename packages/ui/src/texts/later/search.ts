import { numberIn } from '../../languages/plural.ts'

const count = numberIn('en')

/** The words of the search in all messages. */
export const searchTexts = {
  title: 'Search messages',
  placeholder: 'What was said?',
  searching: 'Searching…',
  /** What can be typed, each with what it finds. */
  syntax: [
    { example: 'apple pie', meaning: 'both words, anywhere in a message or a title' },
    { example: '"apple pie"', meaning: 'exactly these words, one after the other' },
    { example: 'app*', meaning: 'words that begin so' },
    { example: '-pie', meaning: 'nothing that has this word' },
  ],
  none: 'Nothing was found.',
  noneHint: 'Fewer words, or only their beginnings, find more.',
  failed: 'The search did not work.',
  retry: 'Try again',
  foundMessages: (messages: number) => (messages === 1 ? '1 message found' : `${count(messages)} messages found`),
  foundTitles: (titles: number) => (titles === 1 ? '1 title found' : `${count(titles)} titles found`),
  limited: (messages: number) =>
    `There are more than ${count(messages)} messages with these words. The newest are shown.`,
  more: (messages: number) =>
    messages === 1 ? '1 more in this conversation' : `${count(messages)} more in this conversation`,
  moreFailed: 'The others could not be read. Try again',
  loadingMore: 'Looking for more…',
  nextFailed: 'More could not be read.',
} as const
