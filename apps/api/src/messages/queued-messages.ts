import { type ChatDatabase, conversationLog } from '@livetype/db'
import {
  type AttachmentLimits,
  ChatError,
  type EditQueued,
  isOpen,
  type Message,
  maxQueuedMessages,
  type QueuedMessage,
  type QueueHold,
  type QueueMessage,
  type RemoveQueued,
  repliesOf,
  type SendQueuedNow,
  type UserMessage,
  userParts,
} from '@livetype/protocol'
import type { Logger } from 'pino'
import type { ConversationTurns } from '../conversations/conversation-turns.ts'
import { conversationNotFound } from '../conversations/find-message.ts'
import { findAttachments } from '../files/find-attachments.ts'
import { type Clock, systemClock, waitFor } from '../providers/clock.ts'
import type { ModelRegistry } from '../providers/model-registry.ts'
import type { RunManager } from '../runs/run-manager.ts'
import type { ReplyStarter } from './start-replies.ts'

/** How long a message whose sending could not be stored waits for another try. */
const retryDelayMs = 1_000

/** Messages that go out when nothing is being written in their conversation any more. @see SPEC.md QUEUE */
export interface QueuedMessages {
  /** Idempotent by the message's id. @throws {ChatError} `queue-full` where too many wait. */
  queue(ownerId: string, input: QueueMessage): Promise<void>
  /** @throws {ChatError} `queue-conflict` where it has gone out already. */
  edit(ownerId: string, input: EditQueued): Promise<void>
  /** Idempotent. @throws {ChatError} `queue-conflict` where it has gone out already. */
  remove(ownerId: string, input: RemoveQueued): Promise<void>
  /**
   * Stops what is being written, then sends this message. Idempotent.
   * @throws {ChatError} where it can't be sent: nothing is stopped if that is known before.
   */
  sendNow(ownerId: string, input: SendQueuedNow): Promise<void>
  /**
   * Where nothing is being written: sends the first message that waits, or holds it. To be called when that may have
   * become so. Never rejects. @see SPEC.md QUEUE1, QUEUE3
   */
  review(ownerId: string, conversationId: string): Promise<void>
  /** Reviews all conversations in which a message waits, at the start of a server. */
  reviewAll(): Promise<void>
}

/** @see QueuedMessages */
export function createQueuedMessages(services: {
  database: ChatDatabase
  models: Pick<ModelRegistry, 'resolve'>
  replies: ReplyStarter
  runs: Pick<RunManager, 'stopConversation'>
  turns: ConversationTurns
  attachmentLimits: AttachmentLimits
  logger: Logger
  now: () => number
  /** Ends the reviews: what waits then, the next start looks at. */
  shutdownSignal: AbortSignal
  clock?: Clock
}): QueuedMessages {
  const { database, models, replies, runs, turns, logger, now, shutdownSignal, clock = systemClock } = services

  const findQueued = async (ownerId: string, { conversationId, messageId }: RemoveQueued) =>
    (await database.queues.of(ownerId, conversationId)).messages.find(({ id }) => id === messageId)

  /** Whether a message that waited once has gone out. */
  const isSent = async (ownerId: string, { conversationId, messageId }: RemoveQueued): Promise<boolean> => {
    const found = await database.messages.find(ownerId, messageId)
    return found?.conversationId === conversationId && found.message.role === 'user'
  }

  /** What a command about a message that waits no more is told. */
  const notQueued = async (ownerId: string, input: RemoveQueued): Promise<ChatError> =>
    (await isSent(ownerId, input))
      ? new ChatError('queue-conflict', 'This message has been sent already.')
      : new ChatError('message-not-found', 'There is no such message in this conversation.')

  const queue = async (ownerId: string, input: QueueMessage): Promise<void> => {
    const { conversationId, messageId, text, attachmentIds = [] } = input
    if (!(await database.conversations.find(ownerId, conversationId))) throw conversationNotFound()
    const { messages } = await database.queues.of(ownerId, conversationId)
    if (messages.some(({ id }) => id === messageId) || (await isSent(ownerId, input))) return
    if (await database.queues.wasRemoved(ownerId, conversationId, messageId)) return
    if ((await database.queues.isTaken(messageId)) || (await database.messages.isTaken(messageId))) throw idTaken()
    if (messages.length >= maxQueuedMessages) throw queueFull()
    const parts = userParts(text, await findAttachments(services, ownerId, attachmentIds))
    const message: QueuedMessage = { id: messageId, parts, replies: [...repliesOf(input)], queuedAt: now() }
    await database.log.append([{ log: conversationLog(conversationId), event: { type: 'message-queued', message } }])
  }

  const edit = async (ownerId: string, input: EditQueued): Promise<void> => {
    const { conversationId, messageId, text, attachmentIds = [] } = input
    if (!(await findQueued(ownerId, input))) throw await notQueued(ownerId, input)
    const parts = userParts(text, await findAttachments(services, ownerId, attachmentIds))
    await database.log.append([
      { log: conversationLog(conversationId), event: { type: 'queued-message-edited', messageId, parts } },
    ])
  }

  /** Says whether the next one may have its turn now. */
  const remove = async (ownerId: string, input: RemoveQueued): Promise<boolean> => {
    const { conversationId, messageId } = input
    const { messages, hold } = await database.queues.of(ownerId, conversationId)
    if (!messages.some(({ id }) => id === messageId)) {
      if (await database.queues.wasRemoved(ownerId, conversationId, messageId)) return false
      throw await notQueued(ownerId, input)
    }
    await database.log.append([
      { log: conversationLog(conversationId), event: { type: 'queued-message-removed', messageId } },
    ])
    return hold?.reason === 'refused' && messages[0]?.id === messageId
  }

  /** Sends a message behind the end of the path. Only in the conversation's turn. */
  const send = async (ownerId: string, conversationId: string, { id, parts, replies: asked }: QueuedMessage) => {
    if (await database.messages.isTaken(id)) throw idTaken()
    const parentId = (await database.messages.pathEnd(ownerId, conversationId))?.id ?? null
    const message: UserMessage = { id, parentId, role: 'user', parts, createdAt: now() }
    await replies.start(ownerId, {
      conversationId,
      message,
      asked,
      before: [{ log: conversationLog(conversationId), event: { type: 'message-added', message } }],
    })
  }

  const sendNow = async (ownerId: string, input: SendQueuedNow): Promise<void> => {
    const { conversationId } = input
    const message = await findQueued(ownerId, input)
    if (!message) {
      if (await isSent(ownerId, input)) return
      throw await notQueued(ownerId, input)
    }
    // First: a reply should not be stopped for a message that can't go out.
    await Promise.all(message.replies.map(({ modelId }) => models.resolve(modelId)))
    await runs.stopConversation(conversationId)
    await send(ownerId, conversationId, message)
  }

  const hold = (conversationId: string, reason: QueueHold) =>
    database.log.append([{ log: conversationLog(conversationId), event: { type: 'queue-held', hold: reason } }])

  /** Only in the conversation's turn. `isRefusalGone`: what held the queue was removed from it. */
  const advance = async (ownerId: string, conversationId: string, isRefusalGone: boolean): Promise<void> => {
    const waiting = await database.queues.of(ownerId, conversationId)
    const [first] = waiting.messages
    if (!first || (waiting.hold && !isRefusalGone)) return
    if ((await database.runs.runningCount(ownerId, conversationId)) > 0) return
    const reason = holdAfter(await database.messages.pathEnd(ownerId, conversationId))
    if (reason) return hold(conversationId, reason)
    try {
      await send(ownerId, conversationId, first)
    } catch (error) {
      if (!(error instanceof ChatError) || isPassing(error)) throw error
      await hold(conversationId, { reason: 'refused', failure: error.toFailure() })
    }
  }

  const review = async (ownerId: string, conversationId: string, isRefusalGone = false): Promise<void> => {
    while (!shutdownSignal.aborted) {
      try {
        await turns.take(conversationId, () => advance(ownerId, conversationId, isRefusalGone))
        return
      } catch (error) {
        logger.error({ err: error, conversationId }, 'a queued message could not be sent')
        if (!(error instanceof ChatError) || !isPassing(error)) return
        await waitFor(clock, retryDelayMs, shutdownSignal)
      }
    }
  }

  return {
    async queue(ownerId, input) {
      await turns.take(input.conversationId, () => queue(ownerId, input))
      // The reply may have ended while the message was on its way.
      void review(ownerId, input.conversationId)
    },
    edit: (ownerId, input) => turns.take(input.conversationId, () => edit(ownerId, input)),
    async remove(ownerId, input) {
      const isRefusalGone = await turns.take(input.conversationId, () => remove(ownerId, input))
      if (isRefusalGone) void review(ownerId, input.conversationId, true)
    },
    sendNow: (ownerId, input) => turns.take(input.conversationId, () => sendNow(ownerId, input)),
    review: (ownerId, conversationId) => review(ownerId, conversationId),
    async reviewAll() {
      const waiting = shutdownSignal.aborted ? [] : await database.queues.allWaiting()
      for (const { ownerId, conversationId } of waiting) await review(ownerId, conversationId)
    },
  }
}

/** Why a message does not go out behind this one by itself; null: it does. */
function holdAfter(last: Message | undefined): QueueHold | null {
  if (last?.role !== 'assistant' || isOpen(last.reply)) return null
  const { status } = last.reply
  return status === 'completed' ? null : { reason: status }
}

/** Whether trying again is for the server and not for a person. */
function isPassing({ code }: ChatError): boolean {
  return code === 'storage-failed' || code === 'server-shutting-down'
}

function idTaken(): ChatError {
  return new ChatError('id-conflict', 'This id is taken by another message.')
}

function queueFull(): ChatError {
  return new ChatError(
    'queue-full',
    `${maxQueuedMessages} messages are waiting in this conversation already. Send this one when some of them have gone out.`,
  )
}
