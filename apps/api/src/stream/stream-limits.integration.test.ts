import { once } from 'node:events'
import { request } from 'node:http'
import { type Failure, makeId } from '@livetype/protocol'
import { createTRPCClient, httpSubscriptionLink } from '@trpc/client'
import { EventSource } from 'eventsource'
import { describe, expect, it } from 'vitest'
import type { AppRouter } from '../router.ts'
import { startTestServer } from '../test-support/start-test-server.ts'
import type { TestClient } from '../test-support/test-client.ts'
import { createWebSocketClient } from '../test-support/web-socket-client.ts'

/** A server with one conversation, so that every stream has something to tell. */
async function start(maxStreams: number) {
  const server = await startTestServer({ LIVETYPE_MAX_STREAMS_PER_OWNER: String(maxStreams) })
  await server.client.conversation.create.mutate({ conversationId: makeId() })
  return server
}

interface OpenStream extends Disposable {
  /** What it was refused with. */
  readonly failure?: Failure | undefined
}

/** Opens a stream and waits until it tells something, or was refused. */
function open(client: TestClient): Promise<OpenStream> {
  return new Promise((resolve) => {
    const subscription = client.chat.stream.subscribe(
      {},
      {
        onData: () => resolve({ [Symbol.dispose]: () => subscription.unsubscribe() }),
        onError: ({ data }) => resolve({ failure: data?.failure, [Symbol.dispose]: () => undefined }),
      },
    )
  })
}

const refusal = { code: 'too-many-streams', isRetryable: true }

describe('[SUB6] one stream more than an owner may have', () => {
  it('is refused over server-sent events and over WebSocket, for which the others count too', async () => {
    await using server = await start(2)
    using socket = createWebSocketClient(server.url)
    using first = await open(server.client)
    using _second = await open(socket.client)
    expect((await open(server.client)).failure).toMatchObject(refusal)
    expect((await open(socket.client)).failure).toMatchObject(refusal)
    first[Symbol.dispose]()
    await expect.poll(async () => (await open(server.client)).failure).toBeUndefined()
  })

  it('is refused to a plain page as the end of a question that was not asked', async () => {
    await using server = await start(1)
    using _first = await open(server.client)
    const url = `${server.url}/chat-stream?message=Hello`
    const source = new EventSource(url)
    const done = await new Promise<string>((resolve) => {
      source.addEventListener('done', (event) => resolve(event.data))
    })
    source.close()
    expect(JSON.parse(done)).toMatchObject({ status: 'failed', failure: refusal })
    const response = await fetch(url)
    expect(response.status).toBe(429)
    expect(await response.json()).toMatchObject({ error: refusal })
    expect((await server.client.conversation.list.query()).conversations).toHaveLength(1)
  })

  it('makes no client of tRPC’s own try again and again', async () => {
    await using server = await start(1)
    using _first = await open(server.client)
    let requests = 0
    class CountingEventSource extends EventSource {
      constructor(url: string | URL) {
        super(url, {
          fetch: (input, init) => {
            requests += 1
            return fetch(input, init)
          },
        })
      }
    }
    const client = createTRPCClient<AppRouter>({
      links: [httpSubscriptionLink({ url: `${server.url}/trpc`, EventSource: CountingEventSource })],
    })
    expect((await open(client)).failure).toMatchObject(refusal)
    expect(requests).toBe(1)
  })

  it('is refused before the WebSocket is opened where there are as many sockets as streams may be', async () => {
    await using server = await start(1)
    using socket = createWebSocketClient(server.url)
    await socket.client.conversation.list.query()
    const upgrade = request(`${server.url}/trpc`, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      },
    })
    upgrade.end()
    const [response] = await once(upgrade, 'response')
    expect(response.statusCode).toBe(429)
    response.resume()
  })
})
