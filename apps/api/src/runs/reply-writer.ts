import type { EventLog, LogName } from '@livetype/db'
import { ChatError, type NewEvent } from '@livetype/protocol'

type DeltaType = 'text-delta' | 'reasoning-delta'

/** Writes one reply into the log: counts offsets and parts, and knows when the log has refused. @see SPEC.md RUN6, LOG6 */
export interface ReplyWriter {
  write(type: DeltaType, text: string): void
  /** Set once an append was refused: nothing more is written, since it would leave a hole. */
  readonly failure: ChatError | undefined
  /** Whether the reply has any text (reasoning does not count). */
  readonly hasText: boolean
}

/** @param onFailure called at once when the log refuses a delta. */
export function createReplyWriter(options: {
  log: EventLog
  name: LogName
  messageId: string
  onFailure: (failure: ChatError) => void
}): ReplyWriter {
  const { log, name, messageId, onFailure } = options
  let failure: ChatError | undefined
  let partIndex = -1
  let partType: DeltaType | undefined
  let offset = 0
  let hasText = false
  let lastAppend: Promise<void> | undefined

  const refuse = (cause: unknown) => {
    if (failure) return
    failure =
      cause instanceof ChatError
        ? cause
        : new ChatError('storage-failed', 'The server could not store the reply.', { isRetryable: true, cause })
    onFailure(failure)
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
      if (type !== partType) {
        partType = type
        partIndex += 1
        offset = 0
      }
      const event: NewEvent = { type, messageId, partIndex, offset, text }
      offset += text.length
      hasText ||= type === 'text-delta'
      const append = log.append([{ log: name, event }])
      // Deltas of one commit share their promise: one handler is enough.
      if (append !== lastAppend) append.catch(refuse)
      lastAppend = append
    },
  }
}
