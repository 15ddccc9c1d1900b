import { type ChatApi, createChatApi, createChatStore, type Frames } from '@livetype/client'
import { createNodeClient } from '@livetype/client/node'
import { isWorkspaceEvent, textOf } from '@livetype/protocol'
import type { History } from '../recording/history.ts'
import { createShownConversation, type ShownConversation } from '../recording/shown-conversation.ts'
import { watchShownReply } from '../recording/watch-shown-reply.ts'
import { keptConversations, type Question, type RecordingClient, type SeenReply } from './recording-client.ts'

/** Shows every state there is: a frame is the next turn of the loop. */
const everyTurn: Frames = {
  request(callback) {
    const immediate = setImmediate(() => callback(performance.now()))
    return () => clearImmediate(immediate)
  },
  isVisible: () => true,
}

/** The chat store that both web clients are made of, over the typed client. */
export function openStoreClient(url: string, transport: 'sse' | 'websocket', history: History): RecordingClient {
  const shown: ShownConversation[] = []
  const shownOf = (conversationId: string) => {
    const known = shown.find((one) => one.conversationId === conversationId)
    if (known) return known
    const conversation = createShownConversation(conversationId, history)
    shown.push(conversation)
    if (shown.length > keptConversations) shown.shift()
    return conversation
  }
  const api = recorded(createChatApi(createNodeClient({ baseUrl: url, transport })), shownOf)
  const store = createChatStore({ api, frames: everyTurn })

  return {
    kind: `store over ${transport}`,
    shown,
    async ask({ text, modelId }: Question): Promise<SeenReply> {
      const ids = store.send({ text, modelId })
      store.open(ids.conversationId)
      const reply = await watchShownReply(store, ids, history)
      history.assertNone()
      const streamed = shownOf(ids.conversationId).textOf(ids.replyId)
      const seen = textOf(reply)
      if (seen !== streamed) {
        throw history.violation(ids.conversationId, `${seen.length} units are in sight, ${streamed.length} were sent`)
      }
      return { ...ids, runId: reply.runId, text: seen, status: reply.reply.status }
    },
    async [Symbol.asyncDispose]() {
      store.dispose()
    },
  }
}

/** The same, with everything noted that comes through it. */
function recorded(api: ChatApi, shownOf: (conversationId: string) => ShownConversation): ChatApi {
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
            if (event.type === 'conversation-reset') conversation?.beginStream()
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
