import { createTRPCClient, type TRPCClientError } from '@trpc/client'
import { beforeEach, describe, expect, it } from 'vitest'
import { createFakeClock } from '../chat-store/test-support/fake-clock.ts'
import type { AppRouter } from '../trpc-client/app-router.ts'
import { ServerRestart } from './server-restart.ts'
import { type WebSocketConstructor, webSocketLink } from './web-socket-link.ts'

/** A socket whose other end a test holds. */
class FakeSocket extends EventTarget {
  readyState = 0
  readonly url: string
  readonly sent: unknown[] = []
  constructor(url: string) {
    super()
    this.url = url
    sockets.push(this)
  }
  send(text: string): void {
    this.sent.push(text === 'PONG' ? text : JSON.parse(text))
  }
  close(): void {
    this.readyState = 2
  }
  open(): void {
    this.readyState = 1
    this.dispatchEvent(new Event('open'))
  }
  tell(message: unknown): void {
    const data = typeof message === 'string' ? message : JSON.stringify(message)
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
  cut(code: number): void {
    this.readyState = 3
    this.dispatchEvent(Object.assign(new Event('close'), { code }))
  }
}

let sockets: FakeSocket[] = []
beforeEach(() => {
  sockets = []
})

function subscribe(signal?: AbortSignal) {
  const clock = createFakeClock()
  const webSocket: WebSocketConstructor = FakeSocket
  const client = createTRPCClient<AppRouter>({
    links: [webSocketLink({ url: 'ws://127.0.0.1/trpc', webSocket, timers: clock.timers, now: clock.now })],
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
  const [socket] = sockets
  if (!socket) throw new Error('no socket was made')
  return { clock, socket, heard, errors, end: () => subscription.unsubscribe() }
}

describe('a subscription over a WebSocket of its own', () => {
  it('asks when the socket is open, and passes on what comes, in tRPC’s format', () => {
    const { socket, heard } = subscribe()
    expect(socket.url).toBe('ws://127.0.0.1/trpc')
    expect(socket.sent).toEqual([])
    socket.open()
    expect(socket.sent).toEqual([
      { id: 1, method: 'subscription', params: { path: 'chat.stream', input: { lastEventId: '1:2:3' } } },
    ])
    socket.tell({ id: 1, result: { type: 'started' } })
    socket.tell({ id: 1, result: { type: 'data', id: '1:2:4', data: { id: '1:2:4', data: [] } } })
    socket.tell({ id: null, method: 'reconnect' })
    expect(heard).toEqual(['connecting', 'started', 'pending', { id: '1:2:4', data: [] }])
  })

  it('answers pings, which are signs of life', async () => {
    const { clock, socket, errors } = subscribe()
    socket.open()
    for (let count = 0; count < 4; count += 1) {
      await clock.advance(5_000)
      socket.tell('PING')
    }
    expect(socket.sent.slice(1)).toEqual(['PONG', 'PONG', 'PONG', 'PONG'])
    expect(errors).toEqual([])
  })

  it('fails where the socket is silent for twelve seconds, without waiting for its end', async () => {
    const { clock, socket, errors } = subscribe()
    socket.open()
    await clock.advance(11_999)
    expect(errors).toEqual([])
    await clock.advance(1)
    expect(errors).toHaveLength(1)
    expect(socket.readyState).toBe(2)
    expect(clock.waiting).toBe(0)
  })

  it.each([1001, 1012, 1013])('[SUB7] fails as one that was sent away for a moment by code %i', (code) => {
    const { socket, errors } = subscribe()
    socket.open()
    socket.cut(code)
    expect(errors[0]?.cause).toBeInstanceOf(ServerRestart)
  })

  it.each([1000, 1006, 1011])('fails as one that was cut by code %i', (code) => {
    const { socket, errors } = subscribe()
    socket.open()
    socket.cut(code)
    expect(errors).toHaveLength(1)
    expect(errors[0]?.cause).not.toBeInstanceOf(ServerRestart)
  })

  it('fails where no socket can be had, and where what comes is not JSON', () => {
    const unopened = subscribe()
    unopened.socket.dispatchEvent(new Event('error'))
    unopened.socket.cut(1006)
    expect(unopened.errors).toHaveLength(1)
    sockets = []
    const garbled = subscribe()
    garbled.socket.open()
    garbled.socket.tell('{')
    expect(garbled.errors).toHaveLength(1)
  })

  it('[SUB5] fails with the server’s own failure', () => {
    const { socket, errors } = subscribe()
    const failure = { code: 'too-many-streams', message: 'Full.', isRetryable: true }
    socket.open()
    socket.tell({ id: 1, error: { code: -32_029, message: 'Full.', data: { failure } } })
    expect(errors[0]?.data?.failure).toEqual(failure)
  })

  it('ends where the server ends it, and where the caller aborts', () => {
    const stopped = subscribe()
    stopped.socket.open()
    stopped.socket.tell({ id: 1, result: { type: 'stopped' } })
    expect(stopped.heard.slice(-2)).toEqual(['stopped', 'complete'])
    sockets = []
    const controller = new AbortController()
    const aborted = subscribe(controller.signal)
    aborted.socket.open()
    controller.abort()
    expect(aborted.heard.at(-1)).toBe('complete')
    expect(aborted.socket.readyState).toBe(2)
  })

  it('opens nothing where its signal was aborted before', () => {
    expect(() => subscribe(AbortSignal.abort())).toThrow('no socket was made')
  })

  it('closes a socket that is still opening when it has opened, or after a while', async () => {
    const opened = subscribe()
    opened.end()
    expect(opened.socket.readyState).toBe(0)
    opened.socket.open()
    expect(opened.socket.readyState).toBe(2)
    expect(opened.socket.sent).toEqual([])
    expect(opened.clock.waiting).toBe(0)
    sockets = []
    const hanging = subscribe()
    hanging.end()
    await hanging.clock.advance(2_000)
    expect(hanging.socket.readyState).toBe(2)
  })
})
