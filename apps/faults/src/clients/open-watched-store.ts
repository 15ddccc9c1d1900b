import { type ChatApi, type ChatStore, createChatApi, createChatStore, type Frames } from '@livetype/client'
import { createNodeClient } from '@livetype/client/node'

/** A chat store, and how often the server has reset one of its logs. */
export interface WatchedStore extends Disposable {
  readonly store: ChatStore
  resets(): number
}

/** A frame is the next turn of the loop. */
const everyTurn: Frames = {
  request(callback) {
    const immediate = setImmediate(() => callback(performance.now()))
    return () => clearImmediate(immediate)
  },
  isVisible: () => true,
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
