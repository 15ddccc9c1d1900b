import { type AssistantMessage, ChatError, isOpen, textOf } from '@livetype/protocol'
import type { Progress } from './asked-reply.ts'
import { eventsBetween, isContinued } from './read-reply.ts'
import type { ReplyEvent } from './reply-event.ts'
import { UnfinishedReplyError } from './unfinished-reply-error.ts'

/**
 * A reply that was asked for. It can be read from the beginning as often as wanted, at once or later; the server
 * writes it whether it is read or not.
 */
export interface Answer extends AsyncIterable<ReplyEvent, void, void> {
  /** Where the reply is: what to pass with the next question. */
  readonly conversationId: string
  /**
   * The events of the reply, to its `run-ended`, which says how it ended: also `failed` and `interrupted` are ends and
   * not errors. Leaving the loop early stops the model, unless the reply is being read elsewhere as well.
   * @throws {ChatError} where the question was refused, or the server was out of reach for too long.
   * @throws the signal's reason, once it aborts.
   */
  [Symbol.asyncIterator](): AsyncGenerator<ReplyEvent, void, void>
  /**
   * The whole text, once the reply is completed.
   * @throws {UnfinishedReplyError} with what was written, where it ended otherwise; and as the loop does.
   */
  text(): Promise<string>
}

interface AnswerOptions {
  readonly conversationId: string
  readonly progress: () => Progress
  /** Resolves after the next change. */
  readonly changed: () => Promise<void>
  /** Nobody reads it any more, although it goes on. */
  readonly abandon: (error: unknown) => void
}

/** @see Answer */
export function createAnswer({ conversationId, progress, changed, abandon }: AnswerOptions): Answer {
  let readers = 0

  function leave(seen: AssistantMessage | undefined): void {
    readers -= 1
    if (readers === 0) abandon(new UnfinishedReplyError('stopped', { conversationId, reply: seen }))
  }

  async function* read(): AsyncGenerator<ReplyEvent, void, void> {
    readers += 1
    let seen: { readonly reply: AssistantMessage; readonly version: number } | undefined
    try {
      for (;;) {
        const now = progress()
        if (now.status === 'given-up') throw now.error
        if (now.status !== 'waiting' && now.reply !== seen?.reply) {
          if (seen && seen.version !== now.version && !isContinued(seen.reply, now.reply)) throw replyChanged()
          const events = eventsBetween(seen?.reply, now.reply)
          seen = now
          yield* events
        } else if (now.status === 'ended') return
        else await changed()
      }
    } finally {
      leave(seen?.reply)
    }
  }

  return {
    conversationId,
    [Symbol.asyncIterator]: read,
    async text() {
      readers += 1
      try {
        for (;;) {
          const now = progress()
          if (now.status === 'given-up') throw now.error
          if (now.status === 'ended') return wholeText(conversationId, now.reply)
          await changed()
        }
      } finally {
        readers -= 1
      }
    },
  }
}

function wholeText(conversationId: string, reply: AssistantMessage): string {
  if (isOpen(reply.reply) || reply.reply.status === 'completed') return textOf(reply)
  throw new UnfinishedReplyError(reply.reply.status, { conversationId, reply })
}

function replyChanged(): ChatError {
  return new ChatError(
    'internal',
    'The server now has another text of this reply than it had sent: its database may have been restored.',
  )
}
