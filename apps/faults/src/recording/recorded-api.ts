import type { ChatApi } from '@livetype/client'
import { ChatError, isWorkspaceEvent, type StartedReply } from '@livetype/protocol'
import type { ShownConversation } from './shown-conversation.ts'

/** The same API, with everything noted and checked that comes through it. */
export function recordedApi(api: ChatApi, shownOf: (conversationId: string) => ShownConversation): ChatApi {
  const noted = async (conversationId: string, answer: Promise<StartedReply>) => {
    const started = await answer
    shownOf(conversationId).takeAnswer(started.reply)
    return started
  }
  return {
    ...api,
    sendMessage: (command) => noted(command.conversationId, api.sendMessage(command)),
    regenerate: (command) => noted(command.conversationId, api.regenerate(command)),
    continueReply: (command) => noted(command.conversationId, api.continueReply(command)),
    async getConversation(conversationId) {
      try {
        const snapshot = await api.getConversation(conversationId)
        shownOf(conversationId).takeSnapshot(snapshot)
        return snapshot
      } catch (error) {
        const isAbsent = error instanceof ChatError && error.code === 'conversation-not-found'
        if (isAbsent) shownOf(conversationId).takeAbsence()
        throw error
      }
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
