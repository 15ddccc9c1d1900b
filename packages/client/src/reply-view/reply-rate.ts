import { type AssistantMessage, addedText, isOpen } from '@livetype/protocol'

/** How fast a reply is or was written. */
export interface ReplyRate {
  readonly tokensPerSecond: number
  /** The tokens are guessed by the length of the text; else the model's server has counted them. */
  readonly isEstimated: boolean
}

/** Where counting begins: what was there of a reply when it was first looked at. Epoch milliseconds. */
export interface RateStart {
  readonly at: number
  readonly length: number
}

/** UTF-16 units of a token, roughly, in the languages and with the models there are. */
const unitsPerToken = 4
/** Of less time nothing can be said. */
const minMs = 250

/**
 * How fast a reply is written, by what has come since `start`, or, once it has ended, was written, from its first piece
 * on. Null where too little is known. Pure.
 */
export function replyRate(message: AssistantMessage, start: RateStart | undefined, now: number): ReplyRate | null {
  if (isOpen(message.reply)) {
    return start ? estimated(writtenLength(message) - start.length, now - start.at) : null
  }
  const { status, startedAt, endedAt, usage } = message.reply
  // Its end may have been stored long after its last piece.
  if (status === 'interrupted') return null
  if (message.earlierRuns) return estimated(addedText(message).length, endedAt - startedAt)
  const durationMs = endedAt - (message.parts[0]?.startedAt ?? startedAt)
  if (!usage || usage.outputTokens === 0) return estimated(writtenLength(message), durationMs)
  return durationMs < minMs ? null : { tokensPerSecond: (usage.outputTokens * 1000) / durationMs, isEstimated: false }
}

/** All that a model has written of a reply, its thoughts too, in UTF-16 units. */
export function writtenLength({ parts }: AssistantMessage): number {
  return parts.reduce((length, part) => length + part.text.length, 0)
}

function estimated(length: number, durationMs: number): ReplyRate | null {
  if (length <= 0 || durationMs < minMs) return null
  return { tokensPerSecond: (length / unitsPerToken) * (1000 / durationMs), isEstimated: true }
}
