import type { SeededRandom } from '../seeded-random.ts'

const words = [
  'token',
  'Grüße,',
  '世界!',
  '👩‍🚀',
  'naïve',
  'café',
  '— שלום',
  'мир',
  '🎉',
  '`code`',
  '**bold**',
  'and',
  'so',
  'on.',
] as const

/** A text whose characters have one to four bytes, with marks between them. */
export function oddWords(random: SeededRandom, count: number): string {
  return Array.from({ length: count }, () => random.pick(words)).join(' ')
}

/** A question that the model answers by saying it again, a word every `delayMs`, in writes that respect no character. */
export function echoQuestion(random: SeededRandom, options: { words: number; delayMs: number }): string {
  return `[[mock-echo;delay=${options.delayMs};chunk=uneven]] ${oddWords(random, options.words)}`
}

/**
 * A question that the model answers by saying it again, a word every `delayMs`. No two words are the same: none of what
 * follows a place can be taken for a repetition of what stands before it.
 */
export function countedQuestion(random: SeededRandom, options: { words: number; delayMs: number }): string {
  const counted = Array.from({ length: options.words }, (_, index) => `${random.pick(words)}${index}`)
  return `[[mock-echo;delay=${options.delayMs}]] ${counted.join(' ')}`
}

/** What the model answers to a question that it says again. */
export function echoOf(question: string): string {
  return `You said: ${question}`
}

/** A question that the model answers with so many tokens at a steady rate. */
export function pacedQuestion(tokens: number, tokensPerSecond: number): string {
  return `[[mock-paced:${tokens};rate=${tokensPerSecond}]]`
}
