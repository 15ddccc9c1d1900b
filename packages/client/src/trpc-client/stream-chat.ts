import { ChatError, type ChatStreamInput } from '@livetype/protocol'
import type { StreamHandlers } from '../chat-store/chat-api.ts'
import { chatErrorFromTrpc } from './chat-error-from-trpc.ts'
import type { LivetypeClient } from './create-trpc-client.ts'
import { knownEvents } from './known-events.ts'
import type { CutListener } from './resume-link.ts'

/** Follows `chat.stream` over the typed client. @see ChatApi */
export function streamChat(client: LivetypeClient, input: ChatStreamInput, handlers: StreamHandlers): () => void {
  let isOver = false
  let wasLive = false

  function finish(error: ChatError): void {
    if (isOver) return
    isOver = true
    subscription.unsubscribe()
    handlers.onFailure(error)
  }

  const context: CutListener & Record<string, unknown> = {
    onCut() {
      if (!isOver) handlers.onState('lost')
    },
  }
  const subscription = client.chat.stream.subscribe(input, {
    context,
    onConnectionStateChange({ state, error }) {
      if (isOver || state === 'idle') return
      if (state === 'pending') wasLive = true
      handlers.onState(state === 'pending' ? 'live' : error || wasLive ? 'lost' : 'connecting')
    },
    onData({ id, data }) {
      if (isOver) return
      try {
        handlers.onEvents(knownEvents(data), id)
      } catch (error) {
        // A batch that can't be read would come again and again: the store must begin from a snapshot.
        finish(new ChatError('internal', 'The server sent something that can’t be read.', { cause: error }))
      }
    },
    onError: (error) => finish(chatErrorFromTrpc(error)),
    // The server meant it as the end for good; whoever still wants the stream asks for it again.
    onComplete: () =>
      finish(new ChatError('server-shutting-down', 'The server ended the stream.', { isRetryable: true })),
  })

  return () => {
    isOver = true
    subscription.unsubscribe()
  }
}
