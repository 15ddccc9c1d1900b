import {
  type ChatError,
  type ConversationEvent,
  type ConversationState,
  nodeById,
  type QueuedMessage,
} from '@livetype/protocol'
import type { QueuedMessageView } from './chat-store.ts'
import type { Delivery } from './pending-reply.ts'

/** A message that is to wait, and that the log has not told of yet. */
export interface PendingQueued {
  message: QueuedMessage
  delivery: Delivery
  /** Settles when the server has taken or refused it; another for another try. */
  outcome: PromiseWithResolvers<ChatError | null>
}

/** What a person made of a queued message, and that the log has not told of yet. */
export interface QueueChange {
  readonly messageId: string
  /** Null: removed. */
  readonly message: QueuedMessage | null
  isAccepted: boolean
}

/** What an entry has of its queue. */
export interface EntryQueue {
  readonly state: ConversationState
  /** In the order in which the person wrote them. */
  queueing: readonly PendingQueued[]
  queueChanges: readonly QueueChange[]
}

/** Whether the log has told of a queued message, waiting or sent. */
export function isQueuedInLog(state: ConversationState, messageId: string): boolean {
  return state.queue.messages.some(({ id }) => id === messageId) || nodeById(state, messageId) !== undefined
}

/** The queue as a person sees it: with what is on its way and what they made of it. */
export function shownQueue({ state, queueing, queueChanges }: EntryQueue): QueuedMessageView[] {
  const changed = new Map(queueChanges.map(({ messageId, message }) => [messageId, message]))
  const shown = (message: QueuedMessage) => {
    const change = changed.get(message.id)
    return change === undefined ? message : change
  }
  const views: QueuedMessageView[] = []
  for (const one of state.queue.messages) {
    const message = shown(one)
    if (message) views.push({ delivery: 'sent', message })
  }
  for (const { message: one, delivery } of queueing) {
    const message = isQueuedInLog(state, one.id) ? null : shown(one)
    if (!message) continue
    if (delivery.status === 'failed') views.push({ delivery: 'failed', message, failure: delivery.failure })
    else views.push({ delivery: delivery.status === 'accepted' ? 'sent' : 'sending', message })
  }
  return views
}

/** The log has told of something: what it says needs no telling here any more. */
export function hearQueue(queue: EntryQueue, event: ConversationEvent): void {
  if (event.type === 'message-queued' || event.type === 'message-added') forgetQueueing(queue, event.message.id)
  if (event.type === 'message-added') forgetChange(queue, event.message.id)
  if (event.type === 'queued-message-removed') {
    forgetQueueing(queue, event.messageId)
    forgetChange(queue, event.messageId)
  }
  if (event.type === 'queued-message-edited') {
    const told = JSON.stringify(event.parts)
    const isTold = queue.queueChanges.some(({ messageId, message }) => {
      return messageId === event.messageId && JSON.stringify(message?.parts) === told
    })
    if (isTold) forgetChange(queue, event.messageId)
  }
}

/** A snapshot has what the server had taken before it was read. */
export function outdateQueue(queue: EntryQueue): void {
  queue.queueing = queue.queueing.filter(
    ({ message, delivery }) => delivery.status !== 'accepted' && !isQueuedInLog(queue.state, message.id),
  )
  queue.queueChanges = queue.queueChanges.filter(({ isAccepted }) => !isAccepted)
}

function forgetQueueing(queue: EntryQueue, messageId: string): void {
  if (queue.queueing.some(({ message }) => message.id === messageId))
    queue.queueing = queue.queueing.filter(({ message }) => message.id !== messageId)
}

function forgetChange(queue: EntryQueue, messageId: string): void {
  if (queue.queueChanges.some((one) => one.messageId === messageId))
    queue.queueChanges = queue.queueChanges.filter((one) => one.messageId !== messageId)
}
