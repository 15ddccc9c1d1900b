import { type AssistantMessage, isOpen, type Message, messageById } from '@livetype/protocol'
import type { ChatApi } from '../chat-store/chat-api.ts'
import type { ConversationEntry } from '../chat-store/conversation-entry.ts'
import type { PendingSend } from '../chat-store/pending-reply.ts'
import { createRetry } from '../chat-store/retry.ts'
import type { Timers } from '../timers.ts'

interface StopOptions {
  readonly api: Pick<ChatApi, 'getConversation' | 'stopRun'>
  readonly timers: Timers
  readonly random: () => number
  readonly entry: ConversationEntry
  readonly pending: PendingSend
}

/**
 * Stops the run that a message brought about, or may have: what was sent is not sent again for it. Tries a few times;
 * a server that can't be reached writes the reply to its end, and nobody is left to tell. @see SPEC.md RUN4
 */
export async function stopPending({ api, timers, random, entry, pending }: StopOptions): Promise<void> {
  await pending.outcome.promise
  const retry = createRetry(timers, random)
  try {
    const reply = knownReply(entry, pending) ?? (await retry.run(() => readReply(api, entry.id, pending)))
    if (reply && isOpen(reply.reply)) await retry.run(() => api.stopRun(entry.id, reply.runId))
  } catch {
    // Said above: the reader has left.
  }
}

function knownReply(entry: ConversationEntry, pending: PendingSend): AssistantMessage | undefined {
  return assistant(messageById(entry.state, pending.replyId)) ?? (isAccepted(pending) ? pending.reply : undefined)
}

/** What became of a message whose answer was lost. */
async function readReply(
  api: StopOptions['api'],
  conversationId: string,
  pending: PendingSend,
): Promise<AssistantMessage | undefined> {
  if (pending.knowledge !== 'unclear') return undefined
  const { messages } = await api.getConversation(conversationId)
  return assistant(messages.find((message) => message.id === pending.replyId))
}

function isAccepted({ delivery }: PendingSend): boolean {
  return delivery.status === 'accepted'
}

function assistant(message: Message | undefined): AssistantMessage | undefined {
  return message?.role === 'assistant' ? message : undefined
}
