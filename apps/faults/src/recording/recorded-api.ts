import type { ChatApi } from '@livetype/client'
import { isWorkspaceEvent } from '@livetype/protocol'
import type { ShownConversation } from './shown-conversation.ts'

/** The same API, with everything noted and checked that comes through it. */
export function recordedApi(api: ChatApi, shownOf: (conversationId: string) => ShownConversation): ChatApi {
  return {
    ...api,
    async getConversation(conversationId) {
      const snapshot = await api.getConversation(conversationId)
      shownOf(conversationId).takeSnapshot(snapshot)
      return snapshot
    },
    stream(input, handlers) {
      const conversation = input.conversation ? shownOf(input.conversation.id) : undefined
      conversation?.beginStream()
      return api.stream(input, {
        ...handlers,
        onEvents(events, cursor) {
          for (const event of events) {
            if (event.type === 'conversation-reset') conversation?.reset()
            else if (event.type !== 'workspace-reset' && !isWorkspaceEvent(event)) {
              conversation?.takeEvent(event, cursor)
            }
          }
          handlers.onEvents(events, cursor)
        },
      })
    },
  }
}
