import type { Turn } from './provider.ts'

/** How much a model can take. */
export interface ContextLimits {
  /** Tokens that prompt and reply together may have. */
  readonly contextTokens: number
  /** Tokens kept free for the reply. */
  readonly reserveTokens: number
}

const asciiCharactersPerToken = 4
/** What a turn costs beside its text: its role and the marks around it. */
const tokensPerTurn = 4

/**
 * The turns that fit a model's window: system prompts always, the last user turn always, of the others the newest.
 * What is left of the conversation never begins with an assistant turn. Order is kept. Pure.
 */
export function fitContext(turns: readonly Turn[], { contextTokens, reserveTokens }: ContextLimits): Turn[] {
  const lastUserIndex = turns.findLastIndex((turn) => turn.role === 'user')
  const isKeptAlways = (turn: Turn, index: number) => turn.role === 'system' || index === lastUserIndex
  const cost = (turn: Turn) => estimateTokens(turn.text) + tokensPerTurn
  let budget = contextTokens - reserveTokens
  for (const [index, turn] of turns.entries()) if (isKeptAlways(turn, index)) budget -= cost(turn)

  let start = turns.length
  while (start > 0) {
    const turn = turns[start - 1]
    if (!turn) break
    if (!isKeptAlways(turn, start - 1)) {
      budget -= cost(turn)
      if (budget < 0) break
    }
    start--
  }
  const firstUserIndex = turns.findIndex((turn, index) => index >= start && turn.role === 'user')
  const from = firstUserIndex === -1 ? start : firstUserIndex
  return turns.filter((turn, index) => isKeptAlways(turn, index) || index >= from)
}

/**
 * About how many tokens a text has, rather too many than too few: one for four ASCII characters, one for each
 * other character.
 */
export function estimateTokens(text: string): number {
  let otherCount = 0
  let asciiCount = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 128) asciiCount++
    // The second half of a pair of units belongs to the character of the first.
    else if (unit < 0xdc00 || unit > 0xdfff) otherCount++
  }
  return otherCount + Math.ceil(asciiCount / asciiCharactersPerToken)
}
