import { type ChatStore, createChatApi, createChatStore } from '@livetype/client'
import { createNodeClient } from '@livetype/client/node'
import { textOf } from '@livetype/protocol'
import type { History } from '../recording/history.ts'
import { recordedApi } from '../recording/recorded-api.ts'
import { createShownConversation, type ShownConversation } from '../recording/shown-conversation.ts'
import { watchShownReply } from '../recording/watch-shown-reply.ts'
import { everyTurn } from './every-turn.ts'
import { keptConversations, type Question, type RecordingClient, type SeenReply } from './recording-client.ts'

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
  const api = recordedApi(createChatApi(createNodeClient({ baseUrl: url, transport })), shownOf)
  const store = createChatStore({ api, frames: everyTurn })

  return {
    kind: `store over ${transport}`,
    shown,
    async ask({ text, modelId }: Question): Promise<SeenReply> {
      const ids = store.send({ text, modelId })
      store.open(ids.conversationId)
      using _retrying = retryWhereFailed(store, ids)
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

/** Sends again what the server could not take, as a person would. */
function retryWhereFailed(store: ChatStore, ids: { conversationId: string; messageId: string }): Disposable {
  const question = store.message(ids.conversationId, ids.messageId)
  const end = question.subscribe(() => {
    if (question.get()?.delivery === 'failed') store.retrySend(ids.conversationId, ids.messageId)
  })
  return { [Symbol.dispose]: end }
}
