import { type Attachment, attachmentsOf, nodeById, textOf, type UserPart } from '@livetype/protocol'
import type { Written } from './chat-store.ts'
import type { ConversationEntry } from './conversation-entry.ts'
import { isQueuedInLog } from './pending-queue.ts'
import { unsentOf } from './pending-reply.ts'

/** A message that the server has not taken yet. */
export interface UnsentText {
  readonly messageId: string
  readonly text: string
  /** Absent: none. */
  readonly attachments?: readonly Attachment[]
}

/** Where the texts of messages that are not with the server yet outlive the page. */
export interface UnsentTexts {
  put(conversationId: string, unsent: UnsentText): void
  drop(conversationId: string, messageId: string): void
  all(conversationId: string): readonly UnsentText[]
  /** Puts a message before the person again, to be sent or thrown away. Null: for a conversation to begin. */
  giveBack(conversationId: string | null, written: Written): void
}

/** Keeps the texts of unsent messages for as long as they are that, and gives back those of an earlier page. */
export interface UnsentKeeper {
  /** An entry's pending messages may be others. */
  follow(entry: ConversationEntry): void
  /** An entry was read: what an earlier page could not send to it goes back to the person. */
  recover(entry: ConversationEntry): void
}

/** @see UnsentKeeper */
export function createUnsentKeeper(texts: UnsentTexts): UnsentKeeper {
  /** What this page keeps, by conversation. */
  const kept = new Map<string, Set<string>>()

  return {
    follow(entry) {
      const before = kept.get(entry.id) ?? new Set()
      const unsent = [
        ...unsentOf(entry.pending).filter((one) => !nodeById(entry.state, one.message.id)),
        ...entry.queueing.filter(({ message, delivery }) => {
          return delivery.status !== 'accepted' && !isQueuedInLog(entry.state, message.id)
        }),
      ].map(({ message }) => message)
      const now = new Set(unsent.map(({ id }) => id))
      for (const message of unsent) {
        if (!before.has(message.id)) texts.put(entry.id, unsentMessage(message))
      }
      for (const messageId of before) if (!now.has(messageId)) texts.drop(entry.id, messageId)
      if (now.size > 0) kept.set(entry.id, now)
      else kept.delete(entry.id)
    },
    recover(entry) {
      const { status } = entry.phase
      if (status !== 'ready' && status !== 'not-found') return
      for (const { messageId, text, attachments = [] } of texts.all(entry.id)) {
        if (kept.get(entry.id)?.has(messageId)) continue
        texts.drop(entry.id, messageId)
        // The server may have taken it all the same.
        if (!isQueuedInLog(entry.state, messageId))
          texts.giveBack(status === 'ready' ? entry.id : null, { text, attachments })
      }
    },
  }
}

function unsentMessage(message: { readonly id: string; readonly parts: readonly UserPart[] }): UnsentText {
  const attachments = attachmentsOf(message)
  return { messageId: message.id, text: textOf(message), ...(attachments.length > 0 && { attachments }) }
}
