import type { ConversationEvent } from './events.ts'
import { emptyQueue, type MessageQueue } from './queue.ts'

/** The events that change a queue. */
export type QueueEvent = Extract<
  ConversationEvent,
  {
    type:
      | 'message-queued'
      | 'queued-message-edited'
      | 'queued-message-removed'
      | 'queue-held'
      | 'message-added'
      | 'run-queued'
      | 'run-started'
  }
>

/**
 * A conversation's queue after an event; the same one where it changes nothing. Pure. Undefined where a message that
 * must be there is not: something before the event is missing.
 */
export function foldQueue(queue: MessageQueue, event: QueueEvent): MessageQueue | undefined {
  const { messages, hold } = queue
  const isThere = (id: string) => messages.some((message) => message.id === id)
  switch (event.type) {
    case 'message-queued':
      return isThere(event.message.id) ? undefined : { messages: [...messages, event.message], hold }
    case 'queued-message-edited': {
      const { messageId, parts } = event
      if (!isThere(messageId)) return undefined
      return { messages: messages.map((message) => (message.id === messageId ? { ...message, parts } : message)), hold }
    }
    case 'queued-message-removed':
      return isThere(event.messageId) ? without(queue, event.messageId) : undefined
    case 'message-added':
      return isThere(event.message.id) ? without(queue, event.message.id) : queue
    case 'queue-held':
      return messages.length > 0 ? { messages, hold: event.hold } : undefined
    case 'run-queued':
    case 'run-started':
      return hold ? { messages, hold: null } : queue
  }
}

function without({ messages, hold }: MessageQueue, id: string): MessageQueue {
  const rest = messages.filter((message) => message.id !== id)
  return rest.length > 0 ? { messages: rest, hold } : emptyQueue
}
