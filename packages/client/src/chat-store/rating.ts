import type { Message } from '@livetype/protocol'
import type { ChatApi } from './chat-api.ts'
import type { ConversationEntry, Rating } from './conversation-entry.ts'
import type { Retry } from './retry.ts'

/**
 * Makes what rates an answer: shown at once, sent one after the other, and taken back where the server refuses it.
 * @see SPEC.md FEED1
 */
export function createRating(options: {
  readonly api: Pick<ChatApi, 'giveFeedback'>
  readonly retry: Retry
  /** What is shown of an answer has changed. */
  onChange(entry: ConversationEntry, messageId: string): void
}): (entry: ConversationEntry, rating: Rating) => Promise<void> {
  const { api, retry } = options
  const last = new WeakMap<ConversationEntry, Promise<unknown>>()

  return async (entry, rating) => {
    const change = entry.rated.add(rating)
    options.onChange(entry, rating.messageId)
    const send = () => retry.run(() => api.giveFeedback({ conversationId: entry.id, ...rating }))
    const sent = Promise.resolve(last.get(entry)).then(() => entry.rated.deliver(change, send))
    last.set(
      entry,
      sent.catch(() => undefined), // Whoever rated is told; the next rating goes out all the same.
    )
    try {
      await sent
    } finally {
      options.onChange(entry, rating.messageId)
    }
  }
}

/** The message as a person sees it: with the rating they gave last. The same reference for the same message and rating. */
export function shownMessage(entry: ConversationEntry, message: Message): Message {
  const rating = entry.rated.values.findLast(({ messageId }) => messageId === message.id)
  if (!rating || message.role !== 'assistant') return message
  const known = rated.get(message)
  if (known?.rating === rating) return known.message
  const { feedback: _, ...rest } = message
  const shown: Message = { ...rest, ...(rating.feedback && { feedback: rating.feedback }) }
  rated.set(message, { rating, message: shown })
  return shown
}

/** What `shownMessage` made of a message last. */
const rated = new WeakMap<Message, { readonly rating: Rating; readonly message: Message }>()
