import { createTRPCClient, type TRPCClientError } from '@trpc/client'
import { beforeEach, expect, it } from 'vitest'
import type { AppRouter } from '../trpc-client/app-router.ts'
import { eventSourceLink } from './event-source-link.ts'

/** An `EventSource` whose server a test is. */
class FakeEventSource extends EventTarget {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSED = 2
  readonly CONNECTING = 0
  readonly OPEN = 1
  readonly CLOSED = 2
  readonly withCredentials = false
  readonly url: string
  readyState = 0
  onerror = null
  onmessage = null
  onopen = null
  constructor(url: string | URL) {
    super()
    this.url = String(url)
    sources.push(this)
  }
  close(): void {
    this.readyState = 2
  }
  connect(): void {
    this.readyState = 1
    this.dispatchEvent(new Event('open'))
    this.dispatchEvent(new MessageEvent('connected', { data: '{}' }))
  }
  /** The connection is lost, and the source will try again. */
  lose(): void {
    this.readyState = 0
    this.dispatchEvent(new Event('error'))
  }
}

let sources: FakeEventSource[] = []
beforeEach(() => {
  sources = []
})

async function subscribe() {
  const errors: TRPCClientError<AppRouter>[] = []
  const states: string[] = []
  const client = createTRPCClient<AppRouter>({
    links: [eventSourceLink({ url: 'http://127.0.0.1/trpc', eventSource: FakeEventSource })],
  })
  client.chat.stream.subscribe(
    {},
    {
      onConnectionStateChange: ({ state }) => states.push(state),
      onError: (error) => errors.push(error),
    },
  )
  await expect.poll(() => sources.length).toBe(1)
  const [source] = sources
  if (!source) throw new Error('no source was made')
  return { source, errors, states }
}

it('[SUB7] reconnects by itself once after each time that it was live, and fails at the second failure', async () => {
  const { source, errors, states } = await subscribe()
  for (let count = 0; count < 3; count += 1) {
    source.connect()
    await expect.poll(() => states.at(-1)).toBe('pending')
    source.lose()
    await expect.poll(() => states.at(-1)).toBe('connecting')
  }
  expect(errors).toEqual([])
  source.lose()
  await expect.poll(() => errors.length).toBe(1)
  expect(source.readyState).toBe(FakeEventSource.CLOSED)
})

it('[SUB7] fails at once where it was never live: a closed door is not knocked at five times a second', async () => {
  const { source, errors } = await subscribe()
  source.lose()
  await expect.poll(() => errors.length).toBe(1)
  expect(source.readyState).toBe(FakeEventSource.CLOSED)
})
