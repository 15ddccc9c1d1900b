import { type ChatApi, type ChatStore, createChatApi, createChatStore } from '@livetype/client'
import { createNodeClient } from '@livetype/client/node'
import { everyTurn } from './every-turn.ts'

/** A chat store, and how often the server has reset one of its logs. */
export interface WatchedStore extends Disposable {
  readonly store: ChatStore
  resets(): number
}

/** The chat store that both web clients are made of, over the typed client. */
export function openWatchedStore(url: string, transport: 'sse' | 'websocket'): WatchedStore {
  let resets = 0
  const api = createChatApi(createNodeClient({ baseUrl: url, transport }))
  const counting: ChatApi = {
    ...api,
    stream: (input, handlers) =>
      api.stream(input, {
        ...handlers,
        onEvents(events, cursor) {
          resets += events.filter(({ type }) => type === 'conversation-reset' || type === 'workspace-reset').length
          handlers.onEvents(events, cursor)
        },
      }),
  }
  const store = createChatStore({ api: counting, frames: everyTurn })
  return { store, resets: () => resets, [Symbol.dispose]: () => store.dispose() }
}
