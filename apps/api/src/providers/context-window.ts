import { isContinuation } from './continuation-turns.ts'
import type { Turn, TurnImage } from './provider.ts'

/** How much a model can take. */
export interface ContextLimits {
  /** Tokens that prompt and reply together may have. */
  readonly contextTokens: number
  /** Tokens kept free for the reply. */
  readonly reserveTokens: number
}

const asciiCharactersPerToken = 4
/** A model that is to go on from a reply is given at least this much of its end. */
const minContinuedTokens = 256
/** What a turn costs beside its text: its role and the marks around it. */
const tokensPerTurn = 4
/** Images are counted differently by every model; these are above what most of them count. */
const pixelsPerToken = 750
const minImageTokens = 85
const maxImageTokens = 1_600

/**
 * The turns that fit a model's window: system prompts always, the last user turn always, of the others the newest.
 * Of a continuation the reply so far and its question stay too; of a reply that is too long for that, its end.
 * What is left of the conversation never begins with an assistant turn. Order is kept. Pure.
 */
export function fitContext(given: readonly Turn[], limits: ContextLimits): Turn[] {
  const { contextTokens, reserveTokens } = limits
  const continued = isContinuation(given) ? given.length - 2 : -1
  const turns = continued === -1 ? given : withRoomFor(given, continued, limits)
  const lastUserIndex = turns.findLastIndex((turn) => turn.role === 'user')
  const firstKeptIndex = continued === -1 ? lastUserIndex : Math.max(0, continued - 1)
  const isKeptAlways = (turn: Turn, index: number) =>
    turn.role === 'system' || (index >= firstKeptIndex && index <= lastUserIndex)
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

function cost(turn: Turn): number {
  const images = turn.images ?? []
  return images.reduce((sum, image) => sum + imageTokens(image), estimateTokens(turn.text) + tokensPerTurn)
}

/** About how many tokens an image has: models scale a large one down before they look at it. */
function imageTokens({ width, height }: TurnImage): number {
  return Math.min(maxImageTokens, Math.ceil((width * height) / pixelsPerToken) + minImageTokens)
}

/** The turns with the reply at `index` cut to its end, if it does not fit beside its question and the system prompts. */
function withRoomFor(turns: readonly Turn[], index: number, { contextTokens, reserveTokens }: ContextLimits): Turn[] {
  const isBeside = (turn: Turn, at: number) => at !== index && (turn.role === 'system' || at >= index - 1)
  const taken = turns.filter(isBeside).reduce((sum, turn) => sum + cost(turn), 0)
  const room = Math.max(minContinuedTokens, contextTokens - reserveTokens - taken - tokensPerTurn)
  return turns.map((turn, at) => (at === index ? { ...turn, text: endOfText(turn.text, room) } : turn))
}

/** The end of a text that has about so many tokens at most. */
function endOfText(text: string, maxTokens: number): string {
  if (estimateTokens(text) <= maxTokens) return text
  let quarters = maxTokens * asciiCharactersPerToken
  let start = text.length
  while (start > 0) {
    const unit = text.charCodeAt(start - 1)
    quarters -= unit < 128 ? 1 : isSecondHalf(unit) ? 0 : asciiCharactersPerToken
    if (quarters < 0) break
    start--
  }
  return text.slice(isSecondHalf(text.charCodeAt(start)) ? start + 1 : start)
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
    else if (!isSecondHalf(unit)) otherCount++
  }
  return otherCount + Math.ceil(asciiCount / asciiCharactersPerToken)
}

/** The second half of a pair of units belongs to the character of the first. */
function isSecondHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
