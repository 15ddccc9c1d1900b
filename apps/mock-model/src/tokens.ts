const sentences = [
  'The river was quiet in the morning and the boats lay still.',
  'Someone had left a lamp burning in the small house by the bridge.',
  'We counted eleven windows, four chimneys and one very old dog.',
  'Nobody spoke much, for the light on the water said enough.',
  'Later the wind came up and carried the smell of bread along.',
  'It was, all in all, a rather fine day.',
]

/** The words that replies are made of, each a token as a model would send it; the last ends a paragraph. */
export const vocabulary: readonly string[] = sentences
  .join(' ')
  .split(' ')
  .slice(0, 64)
  .map((word, index, words) => (index === 0 ? word : index === words.length - 1 ? ` ${word}\n\n` : ` ${word}`))

/** The first `count` tokens of an endless reply; joined they are the text that `mock-words:<count>` answers. */
export function wordTokens(count: number): string[] {
  return Array.from({ length: count }, (_, index) => tokenAt(index))
}

/** The token at a position of the endless reply. */
function tokenAt(index: number): string {
  return vocabulary[index % vocabulary.length] ?? ''
}

/** Cuts a text into tokens: words with the space before them. Joined they are the text. */
export function tokensOf(text: string): string[] {
  return text.match(/\s*\S+|\s+$/gu) ?? []
}
