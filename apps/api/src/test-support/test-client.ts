import { makeId, type StreamEvent } from '@livetype/protocol'
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client'
import { EventSource } from 'eventsource'
import type { AppRouter } from '../router.ts'

/** A typed client over real HTTP, as another service would make it. */
export function createTestClient(url: string) {
  const trpcUrl = `${url}/trpc`
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({ url: trpcUrl, EventSource }),
        false: httpBatchLink({ url: trpcUrl, maxItems: 10 }),
      }),
    ],
  })
}

export type TestClient = ReturnType<typeof createTestClient>

/** Sends a first message; returns the ids. */
export async function ask(client: TestClient, text: string, options: { modelId?: string; isTemporary?: true } = {}) {
  const ids = { conversationId: makeId(), messageId: makeId(), replyId: makeId() }
  const started = await client.message.send.mutate({ ...ids, parentId: null, text, ...options })
  return { ...ids, runId: started.reply.runId, started }
}

/** Follows a conversation until `isLast`; returns all events and the id of the last batch. */
export async function follow(
  client: TestClient,
  input: Parameters<TestClient['chat']['stream']['subscribe']>[0],
  isLast: (event: StreamEvent) => boolean,
): Promise<{ events: StreamEvent[]; lastEventId: string }> {
  const events: StreamEvent[] = []
  let lastEventId = ''
  await new Promise<void>((resolve, reject) => {
    const subscription = client.chat.stream.subscribe(input, {
      onData: ({ id, data }) => {
        lastEventId = id
        events.push(...data)
        if (!data.some(isLast)) return
        subscription.unsubscribe()
        resolve()
      },
      onError: reject,
    })
  })
  return { events, lastEventId }
}

/** Follows a conversation from its beginning to the end of its run; returns the reply's text and how it ended. */
export async function readReply(client: TestClient, conversationId: string) {
  const { events } = await follow(
    client,
    { conversation: { id: conversationId } },
    (event) => event.type === 'run-ended',
  )
  const text = events.map((event) => (event.type === 'text-delta' ? event.text : '')).join('')
  const end = events.find((event) => event.type === 'run-ended')
  return { text, end, events }
}
