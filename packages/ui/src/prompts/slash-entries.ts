import type { Prompt } from '@livetype/protocol'
import { matchScore } from '../palette/match-score.ts'

/** What the list behind a slash offers. `id` is unique among the entries, and that of its element. */
export type SlashEntry =
  | { readonly id: string; readonly kind: 'prompt'; readonly prompt: Prompt }
  /** Opens the library. */
  | { readonly id: string; readonly kind: 'manage' }

/** Letters that merely come in this order are a message that begins with a slash, and no search. */
const leastScore = 50

/**
 * What is offered for what was typed: prompts, and at the end the way to them all. Nothing where no prompt has it: Enter
 * then sends what was typed.
 */
export function slashEntries(prompts: readonly Prompt[], query: string): readonly SlashEntry[] {
  const found = promptsFor(prompts, query).map(
    (prompt): SlashEntry => ({ id: `slash-${prompt.id}`, kind: 'prompt', prompt }),
  )
  return found.length > 0 || query === '' ? [...found, { id: 'slash-manage', kind: 'manage' }] : []
}

/** The prompts whose name or title has what was typed, the best first; all of them, in their order, for nothing. */
function promptsFor(prompts: readonly Prompt[], query: string): readonly Prompt[] {
  if (query.trim() === '') return prompts
  return prompts
    .map((prompt) => ({ prompt, score: Math.max(matchScore(prompt.name, query), matchScore(prompt.title, query)) }))
    .filter(({ score }) => score >= leastScore)
    .sort((one, other) => other.score - one.score)
    .map(({ prompt }) => prompt)
}

/** What is said of a prompt beside its name: its title, else how its text begins. */
export function promptDetail({ title, body }: Pick<Prompt, 'title' | 'body'>): string {
  return title || body.trim().split('\n', 1).join().slice(0, 200)
}
