import type { Turn } from './provider.ts'

/**
 * What a model is asked so that it goes on with its reply. Servers differ in whether they take a last turn of the
 * assistant's as a beginning to go on from; a turn of the user's all of them take. The mock model knows it by its
 * first words.
 */
export const continueInstruction =
  'Go on exactly where your last message stopped, as if it had never been interrupted. Repeat nothing of it, do not comment on it, and keep its language and format. If it stopped within a word, finish that word first; if a space or a line break comes next, begin with that.'

/** The turns that let a model go on from what it has written so far; nothing to go on from leaves them as they are. */
export function continuationTurns(turns: readonly Turn[], writtenText: string): readonly Turn[] {
  if (writtenText === '') return turns
  return [...turns, { role: 'assistant', text: writtenText }, { role: 'user', text: continueInstruction }]
}

/** Whether the turns ask to go on with the reply before the last of them. */
export function isContinuation(turns: readonly Turn[]): boolean {
  const last = turns.at(-1)
  return last?.role === 'user' && last.text === continueInstruction && turns.at(-2)?.role === 'assistant'
}
