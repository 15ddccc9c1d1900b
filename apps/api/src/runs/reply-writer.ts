import type { EventLog, LogName } from '@livetype/db'
import { ChatError, type NewEvent, type Part } from '@livetype/protocol'

type DeltaType = 'text-delta' | 'reasoning-delta'

/**
 * Writes one reply into the log: counts offsets and parts, and knows when the log has refused. Where the reply goes on
 * from parts that are there, the first text joins the last text part, since it may stop within a word, and reasoning
 * opens a part of its own behind. The first delta to each part has the time. @see SPEC.md RUN6, RUN9, RUN12, LOG6
 */
export interface ReplyWriter {
  write(type: DeltaType, text: string): void
  /** Set once an append was refused: nothing more is written, since it would leave a hole. */
  readonly failure: ChatError | undefined
  /** Whether the reply has any text, old or new (reasoning does not count). */
  readonly hasText: boolean
}

/** @param onFailure called at once when the log refuses a delta. */
export function createReplyWriter(options: {
  log: EventLog
  name: LogName
  messageId: string
  /** What the reply has already. */
  parts?: readonly Part[]
  /** Epoch milliseconds. */
  now: () => number
  onFailure: (failure: ChatError) => void
}): ReplyWriter {
  const { log, name, messageId, parts = [], now, onFailure } = options
  let failure: ChatError | undefined
  let partCount = parts.length
  /** The text part that the first text joins. */
  let joinedIndex = parts.findLastIndex((part) => part.type === 'text')
  let partIndex = -1
  let partType: DeltaType | undefined
  let offset = 0
  let hasText = parts.some((part) => part.type === 'text' && part.text !== '')
  let lastAppend: Promise<void> | undefined

  const refuse = (cause: unknown) => {
    if (failure) return
    failure =
      cause instanceof ChatError
        ? cause
        : new ChatError('storage-failed', 'The server could not store the reply.', { isRetryable: true, cause })
    onFailure(failure)
  }

  const beginPart = (type: DeltaType) => {
    partType = type
    if (type === 'text-delta' && joinedIndex !== -1) {
      partIndex = joinedIndex
      offset = parts[joinedIndex]?.text.length ?? 0
      joinedIndex = -1
      return
    }
    partIndex = partCount++
    offset = 0
  }

  return {
    get failure() {
      return failure
    },
    get hasText() {
      return hasText
    },
    write(type, text) {
      if (failure || text === '') return
      const isFirst = type !== partType
      if (isFirst) beginPart(type)
      const event: NewEvent = { type, messageId, partIndex, offset, text, ...(isFirst && { startedAt: now() }) }
      offset += text.length
      hasText ||= type === 'text-delta'
      const append = log.append([{ log: name, event }])
      // Deltas of one commit share their promise: one handler is enough.
      if (append !== lastAppend) append.catch(refuse)
      lastAppend = append
    },
  }
}
