import { type ChatStore, createChatApi, createChatStore } from '@livetype/client'
import { createNodeClient } from '@livetype/client/node'
import { ChatError, textOf } from '@livetype/protocol'
import type { History } from '../recording/history.ts'
import { recordedApi } from '../recording/recorded-api.ts'
import { createShownConversation, type ShownConversation } from '../recording/shown-conversation.ts'
import { watchShownReply } from '../recording/watch-shown-reply.ts'
import { everyTurn } from './every-turn.ts'
import { keptConversations, type Question, type RecordingClient, type SeenReply } from './recording-client.ts'

type Ids = Pick<SeenReply, 'conversationId' | 'messageId' | 'replyId'>

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

  /** @param ids the reply, and the text that it has already, if any. */
  const seenToTheEnd = async (ids: Ids & { text?: string }): Promise<SeenReply> => {
    const { conversationId, replyId } = ids
    const reply = await watchShownReply(store, ids, history)
    history.assertNone()
    const streamed = shownOf(conversationId).textOf(replyId)
    const seen = textOf(reply)
    if (seen !== streamed) {
      throw history.violation(conversationId, `${seen.length} units are in sight, ${streamed.length} were sent`)
    }
    return { ...ids, runId: reply.runId, text: seen, status: reply.reply.status }
  }

  return {
    kind: `store over ${transport}`,
    shown,
    async ask({ text, modelId }: Question): Promise<SeenReply> {
      const ids = store.send({ text, modelId })
      store.open(ids.conversationId)
      using _retrying = retryWhereFailed(store, ids)
      return await seenToTheEnd(ids)
    },
    async goOn(reply, modelId): Promise<SeenReply> {
      await continueUntilTaken(store, reply, modelId)
      return seenToTheEnd(reply)
    },
    async [Symbol.asyncDispose]() {
      store.dispose()
    },
  }
}

/** Asks again where the server could not be reached, as a person would. */
async function continueUntilTaken(store: ChatStore, reply: SeenReply, modelId: string): Promise<void> {
  for (;;) {
    try {
      return await store.continueReply(reply.conversationId, reply.replyId, modelId)
    } catch (error) {
      // It goes on already: an answer was lost, and by now the store knows or will.
      if (error instanceof ChatError && error.code === 'reply-conflict') return
      if (!(error instanceof ChatError && error.isRetryable)) throw error
    }
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
