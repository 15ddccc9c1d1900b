import { createTRPCClient, type TRPCClientError } from '@trpc/client'
import { beforeEach, expect, it } from 'vitest'
import { createFakeClock } from '../chat-store/test-support/fake-clock.ts'
import type { AppRouter } from '../trpc-client/app-router.ts'
import { eventSourceLink } from './event-source-link.ts'

/** An `EventSource` whose server a test is. */
class FakeEventSource extends EventTarget {
  readonly url: string
  readyState = 0
  constructor(url: string) {
    super()
    this.url = url
    sources.push(this)
  }
  close(): void {
    this.readyState = 2
  }
  connect(): void {
    this.readyState = 1
    this.tell('connected', {})
  }
  tell(type: string, data: unknown, lastEventId = ''): void {
    const text = typeof data === 'string' ? data : JSON.stringify(data)
    this.dispatchEvent(new MessageEvent(type, { data: text, lastEventId }))
  }
  /** The connection is lost, and the source tries again where it may. */
  lose(readyState = 0): void {
    this.readyState = readyState
    this.dispatchEvent(new Event('error'))
  }
}

let sources: FakeEventSource[] = []
beforeEach(() => {
  sources = []
})

function subscribe(signal?: AbortSignal) {
  const clock = createFakeClock()
  const client = createTRPCClient<AppRouter>({
    links: [
      eventSourceLink({
        url: 'http://127.0.0.1/trpc',
        eventSource: FakeEventSource,
        timers: clock.timers,
        now: clock.now,
      }),
    ],
  })
  const heard: unknown[] = []
  const errors: TRPCClientError<AppRouter>[] = []
  const subscription = client.chat.stream.subscribe(
    { lastEventId: '1:2:3' },
    {
      ...(signal && { signal }),
      onStarted: () => heard.push('started'),
      onConnectionStateChange: ({ state }) => heard.push(state),
      onData: (data) => heard.push(data),
      onStopped: () => heard.push('stopped'),
      onComplete: () => heard.push('complete'),
      onError: (error) => errors.push(error),
    },
  )
  const [source] = sources
  if (!source) throw new Error('no source was made')
  return { clock, source, errors, heard, subscription }
}

it('asks for the stream with its input, hands over what comes with its id, and ends as the server says', () => {
  const { source, errors, heard } = subscribe()
  expect(new URL(source.url).pathname).toBe('/trpc/chat.stream')
  expect(JSON.parse(new URL(source.url).searchParams.get('input') ?? '')).toEqual({ lastEventId: '1:2:3' })
  source.connect()
  source.tell('ping', '')
  source.tell('message', [{ type: 'future' }], '1:2:4')
  source.tell('return', '')
  expect(heard).toEqual([
    'connecting',
    'started',
    'pending',
    { id: '1:2:4', data: [{ type: 'future' }] },
    'stopped',
    'complete',
  ])
  expect(errors).toEqual([])
  expect(source.readyState).toBe(2)
})

it('[SUB7] reconnects by itself once after each time that it was live, and fails at the second failure', () => {
  const { source, errors, heard } = subscribe()
  for (let count = 0; count < 3; count += 1) {
    source.connect()
    expect(heard.at(-1)).toBe('pending')
    source.lose()
    expect(heard.at(-1)).toBe('connecting')
  }
  expect(errors).toEqual([])
  source.lose()
  expect(errors).toHaveLength(1)
  expect(source.readyState).toBe(2)
})

it('[SUB7] fails at once where it was never live: a closed door is not knocked at five times a second', () => {
  const { source, errors } = subscribe()
  source.lose()
  expect(errors).toHaveLength(1)
  expect(source.readyState).toBe(2)
})

it('[SUB7] fails where the source gives up, as at a status of a proxy', () => {
  const { source, errors } = subscribe()
  source.connect()
  source.lose(2)
  expect(errors).toHaveLength(1)
})

it('[SUB1] a connection that has gone silent is dead; one that pings is not', async () => {
  const { clock, source, errors } = subscribe()
  source.connect()
  await clock.advance(10_000)
  source.tell('ping', '')
  await clock.advance(10_000)
  expect(errors).toEqual([])
  await clock.advance(2_000)
  expect(errors).toHaveLength(1)
  expect(source.readyState).toBe(2)
})

it('[SUB5] what the server refuses is its own error, with what it says of it', () => {
  const { source, errors } = subscribe()
  source.connect()
  const data = { failure: { code: 'too-many-streams', isRetryable: true } }
  source.tell('serialized-error', { code: -32_029, message: 'Too many streams.', data })
  expect(errors[0]?.message).toBe('Too many streams.')
  expect(errors[0]?.data?.failure).toEqual(data.failure)
  expect(source.readyState).toBe(2)
})

it('fails where what comes is not JSON', () => {
  const { source, errors } = subscribe()
  source.connect()
  source.tell('message', '{', '1:2:4')
  expect(errors).toHaveLength(1)
  expect(source.readyState).toBe(2)
})

it('ends with its subscription and with its signal, and waits for nothing after', async () => {
  const { clock, source, errors, subscription } = subscribe()
  source.connect()
  subscription.unsubscribe()
  expect(source.readyState).toBe(2)
  await clock.advance(60_000)
  expect(errors).toEqual([])
  expect(clock.waiting).toBe(0)

  const abort = new AbortController()
  subscribe(abort.signal)
  abort.abort()
  expect(sources[1]?.readyState).toBe(2)
})

it('opens nothing where its signal was aborted before', () => {
  const signal = AbortSignal.abort()
  expect(() => subscribe(signal)).toThrow('no source was made')
})
