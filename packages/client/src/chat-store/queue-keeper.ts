import {
  type AskedReply,
  type Attachment,
  attachmentsOf,
  ChatError,
  nodeById,
  type QueuedMessage,
  textOf,
  userParts,
} from '@livetype/protocol'
import type { ChatApi } from './chat-api.ts'
import { chatErrorFrom } from './chat-error-from.ts'
import type { Written } from './chat-store.ts'
import type { ConversationEntry } from './conversation-entry.ts'
import type { Content } from './make-pending.ts'
import { isQueuedInLog, type PendingQueued, shownQueue } from './pending-queue.ts'
import { isUnderWay, type PendingSend } from './pending-reply.ts'
import type { Retry } from './retry.ts'

interface QueueKeeperOptions {
  readonly api: Pick<ChatApi, 'queueMessage' | 'editQueued' | 'removeQueued' | 'sendQueuedNow'>
  readonly retry: Retry
  readonly makeId: () => string
  readonly now: () => number
  /** What waits in an entry, or what is known of it, has changed. */
  onChange(entry: ConversationEntry): void
}

/** What a person does with the messages that wait for a reply's end; shown at once. @see SPEC.md QUEUE1 */
export interface QueueKeeper {
  /** Lets a message wait; the ids are those it will have. */
  add(entry: ConversationEntry, content: Content): { messageId: string; replyId: string }
  /** Lets a message wait that was to be sent, with the ids it has. */
  adopt(entry: ConversationEntry, pending: PendingSend): void
  /** Queues again what the server refused or could not be told; false where there is no such message. */
  retry(entry: ConversationEntry, messageId: string): boolean
  /** The server can be reached again: queues what it could not be told. */
  retryUnheard(entry: ConversationEntry): void
  /** Takes back what is not with the server, and returns what it was made of. Undefined where there is no such message. */
  discard(entry: ConversationEntry, messageId: string): Written | undefined
  /** Rejects with a `ChatError` where it is too late; what the log has holds again then. */
  edit(entry: ConversationEntry, messageId: string, written: Written): Promise<void>
  /** As `edit`. */
  remove(entry: ConversationEntry, messageId: string): Promise<void>
  /** Stops what is being written, and sends this one. */
  sendNow(entry: ConversationEntry, messageId: string): Promise<void>
}

/** @see QueueKeeper */
export function createQueueKeeper(options: QueueKeeperOptions): QueueKeeper {
  const { api, retry, makeId, now } = options
  const working = new Set<ConversationEntry>()
  const onChange = (entry: ConversationEntry) => options.onChange(entry)

  /** One after the other: the order is the order in which the server hears of them. */
  async function work(entry: ConversationEntry): Promise<void> {
    if (working.has(entry)) return
    working.add(entry)
    for (;;) {
      const next = entry.queueing.find(({ delivery }) => delivery.status === 'queued')
      if (!next) break
      await deliver(entry, next)
    }
    working.delete(entry)
  }

  async function deliver(entry: ConversationEntry, pending: PendingQueued): Promise<void> {
    pending.delivery = { status: 'sending' }
    // What it waits for may itself be on its way.
    await Promise.all(entry.pending.filter(isUnderWay).map((one) => one.outcome.promise))
    const isWanted = () => !isQueuedInLog(entry.state, pending.message.id) && entry.queueing.includes(pending)
    let failure: ChatError | null = null
    try {
      await retry.run(() => api.queueMessage(commandOf(entry.id, pending.message)), isWanted)
      pending.delivery = { status: 'accepted' }
    } catch (error) {
      failure = isWanted() ? chatErrorFrom(error) : null
      if (failure) pending.delivery = { status: 'failed', failure: failure.toFailure() }
    }
    onChange(entry)
    pending.outcome.resolve(failure)
  }

  function enqueue(entry: ConversationEntry, pending: PendingQueued): void {
    entry.queueing = [...entry.queueing.filter((one) => one !== pending), pending]
    onChange(entry)
    void work(entry)
  }

  function tryAgain(entry: ConversationEntry, pending: PendingQueued): void {
    pending.delivery = { status: 'queued' }
    pending.outcome = Promise.withResolvers()
    enqueue(entry, pending)
  }

  const findPending = (entry: ConversationEntry, id: string) => entry.queueing.find(({ message }) => message.id === id)

  /** Waits until the server has the message. @throws {ChatError} where it has refused it. */
  async function beThere(entry: ConversationEntry, messageId: string): Promise<void> {
    const error = await findPending(entry, messageId)?.outcome.promise
    if (error) throw error
  }

  /** Shows a change at once, and takes it back where the server refuses it. `message` null: removed. */
  async function change(
    entry: ConversationEntry,
    { messageId, message }: { messageId: string; message: QueuedMessage | null },
    send: () => Promise<void>,
  ): Promise<void> {
    const made = { messageId, message, isAccepted: false }
    entry.queueChanges = [...entry.queueChanges.filter((one) => one.messageId !== messageId), made]
    onChange(entry)
    try {
      await beThere(entry, messageId)
      await retry.run(send)
      made.isAccepted = true
    } catch (error) {
      entry.queueChanges = entry.queueChanges.filter((one) => one !== made)
      throw error
    } finally {
      onChange(entry)
    }
  }

  return {
    add(entry, { text, attachments = [], modelIds }) {
      const [replyId, ...others] = modelIds.map(() => makeId())
      if (replyId === undefined) throw new Error('nobody is to answer')
      const replies = repliesBy([replyId, ...others], modelIds)
      const message = { id: makeId(), parts: userParts(text, attachments), replies, queuedAt: now() }
      enqueue(entry, waiting(message))
      return { messageId: message.id, replyId }
    },
    adopt(entry, { message: { id, parts, createdAt }, replyId, others, modelIds }) {
      const replies = repliesBy([replyId, ...others.map((reply) => reply.id)], modelIds)
      enqueue(entry, waiting({ id, parts, replies, queuedAt: createdAt }))
    },
    retry(entry, messageId) {
      const pending = findPending(entry, messageId)
      if (pending?.delivery.status !== 'failed') return false
      tryAgain(entry, pending)
      return true
    },
    retryUnheard(entry) {
      for (const pending of entry.queueing) {
        // A failure with a name is the server's word: it was told.
        const isUnheard = pending.delivery.status === 'failed' && pending.delivery.failure.code === 'internal'
        if (isUnheard) tryAgain(entry, pending)
      }
    },
    discard(entry, messageId) {
      const pending = findPending(entry, messageId)
      if (pending?.delivery.status !== 'failed') return undefined
      entry.queueing = entry.queueing.filter((one) => one !== pending)
      onChange(entry)
      return { text: textOf(pending.message), attachments: attachmentsOf(pending.message) }
    },
    async edit(entry, messageId, { text, attachments }) {
      const known = shownQueue(entry).find(({ message }) => message.id === messageId)
      if (!known) throw sentAlready(entry, messageId)
      const message = { ...known.message, parts: userParts(text, attachments) }
      const pending = findPending(entry, messageId)
      if (pending?.delivery.status === 'failed') {
        pending.message = message
        onChange(entry)
        return
      }
      await change(entry, { messageId, message }, () =>
        api.editQueued({ conversationId: entry.id, messageId, text, ...attached(attachments) }),
      )
    },
    async remove(entry, messageId) {
      if (!shownQueue(entry).some(({ message }) => message.id === messageId)) throw sentAlready(entry, messageId)
      await change(entry, { messageId, message: null }, () => api.removeQueued({ conversationId: entry.id, messageId }))
    },
    async sendNow(entry, messageId) {
      await beThere(entry, messageId)
      // An edit that is on its way comes first.
      await retry.run(() => api.sendQueuedNow({ conversationId: entry.id, messageId }))
    },
  }
}

function waiting(message: QueuedMessage): PendingQueued {
  return { message, delivery: { status: 'queued' }, outcome: Promise.withResolvers() }
}

function repliesBy(replyIds: readonly string[], modelIds: Content['modelIds']): AskedReply[] {
  return replyIds.map((replyId, index) => {
    const modelId = modelIds[index]
    return { replyId, ...(modelId !== undefined && { modelId }) }
  })
}

/** What is asked of the server to let a message wait. */
function commandOf(conversationId: string, message: QueuedMessage) {
  const { id: messageId, replies } = message
  return { conversationId, messageId, text: textOf(message), ...attached(attachmentsOf(message)), replies }
}

function attached(attachments: readonly Attachment[]) {
  return attachments.length > 0 ? { attachmentIds: attachments.map(({ fileId }) => fileId) } : {}
}

function sentAlready({ state }: ConversationEntry, messageId: string): ChatError {
  return nodeById(state, messageId)
    ? new ChatError('queue-conflict', 'This message has been sent already.')
    : new ChatError('message-not-found', 'There is no such message any more.')
}
