import type { Configuration } from '@livetype/protocol'
import type { ChatApi } from './chat-api.ts'
import type { ConversationEntry } from './conversation-entry.ts'
import { isUnderWay } from './pending-reply.ts'
import type { Retry } from './retry.ts'

/**
 * Makes what sets a conversation's configuration: shown at once, and sent after what is on its way. What is set for a
 * conversation whose first message was not taken goes with that message. @see SPEC.md CONFIG1
 */
export function createConfiguring(options: {
  readonly api: Pick<ChatApi, 'configureConversation'>
  readonly retry: Retry
  /** What is shown of an entry has changed. */
  onChange(entry: ConversationEntry): void
}): (entry: ConversationEntry, configuration: Configuration) => Promise<void> {
  const { api, retry } = options
  const last = new WeakMap<ConversationEntry, Promise<unknown>>()

  return async (entry, configuration) => {
    const change = entry.configured.add(configuration)
    options.onChange(entry)
    const under = entry.pending.filter(isUnderWay).map((one) => one.outcome.promise)
    const sent = Promise.all([...under, last.get(entry)]).then(async () => {
      if (entry.phase.status === 'new') return
      await entry.configured.deliver(change, () =>
        retry.run(() => api.configureConversation({ conversationId: entry.id, configuration })),
      )
    })
    last.set(
      entry,
      sent.catch(() => undefined), // Whoever set it is told; the next one goes out all the same.
    )
    try {
      await sent
    } finally {
      options.onChange(entry)
    }
  }
}
