import { createTRPCClient, TRPCClientError, type TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../chat-store/test-support/fake-clock.ts'
import type { AppRouter } from '../trpc-client/app-router.ts'
import { streamLink, type TransportSetting } from './stream-link.ts'
import type { StreamSlots } from './stream-slots.ts'
import type { Transport } from './transport-choice.ts'

/** A stream that is in a test's hands. */
interface Stream {
  readonly transport: Transport
  isOpen: boolean
  goLive(): void
  /** Cut, and trying to resume by itself. */
  lose(): void
  fail(): void
}

function start(options: { setting?: TransportSetting; slots?: StreamSlots } = {}) {
  const clock = createFakeClock()
  const streams: Stream[] = []
  const link =
    (transport: Transport): TRPCLink<AppRouter> =>
    () =>
    () =>
      observable((observer) => {
        const stream: Stream = {
          transport,
          isOpen: true,
          goLive() {
            observer.next({ result: { type: 'started' } })
            observer.next({ result: { type: 'state', state: 'pending', error: null } })
          },
          lose() {
            const error = TRPCClientError.from<AppRouter>(new Error('cut'))
            observer.next({ result: { type: 'state', state: 'connecting', error } })
          },
          fail: () => observer.error(TRPCClientError.from(new Error('failed'))),
        }
        streams.push(stream)
        return () => {
          stream.isOpen = false
        }
      })
  const client = createTRPCClient<AppRouter>({
    links: [
      streamLink({
        setting: options.setting ?? 'auto',
        slots: options.slots,
        timers: clock.timers,
        links: { sse: () => link('sse'), websocket: async () => link('websocket') },
      }),
    ],
  })
  /** Begins a stream as `resumeLink` does at each try; resolves when its transport was chosen. */
  async function begin() {
    let error: unknown
    const count = streams.length
    const subscription = client.chat.stream.subscribe({}, { onError: (failure) => (error = failure) })
    await expect.poll(() => streams.length).toBe(count + 1)
    const stream = streams.at(-1)
    if (!stream) throw new Error('no stream')
    return { stream, end: () => subscription.unsubscribe(), errorOf: () => error }
  }
  return { clock, begin, streams }
}

describe('[SUB8] a stream', () => {
  it('that does not begin within four seconds fails, and the next try goes over a WebSocket', async () => {
    const { clock, begin } = start()
    const first = await begin()
    expect(first.stream.transport).toBe('sse')
    await clock.advance(3_999)
    expect(first.errorOf()).toBeUndefined()
    await clock.advance(1)
    expect(first.errorOf()).toBeInstanceOf(TRPCClientError)
    expect(first.stream.isOpen).toBe(false)
    const second = await begin()
    expect(second.stream.transport).toBe('websocket')
    second.stream.goLive()
    second.end()
    expect((await begin()).stream.transport).toBe('websocket')
  })

  it('that has begun may be quiet for as long as it wants', async () => {
    const { clock, begin } = start()
    const { stream, errorOf } = await begin()
    stream.goLive()
    await clock.advance(60_000)
    expect(errorOf()).toBeUndefined()
  })

  it('that was cut has as long again to come back, and the longest wait that a server asks for', async () => {
    const { clock, begin } = start()
    const { stream, errorOf } = await begin()
    stream.goLive()
    stream.lose()
    await clock.advance(5_999)
    expect(errorOf()).toBeUndefined()
    await clock.advance(1)
    expect(errorOf()).toBeDefined()
  })

  it.each(['sse', 'websocket'] as const)('keeps to %s where that is set, however it fails', async (setting) => {
    const { clock, begin } = start({ setting })
    const first = await begin()
    first.stream.fail()
    expect(first.errorOf()).toBeDefined()
    const second = await begin()
    await clock.advance(10_000)
    expect(second.errorOf()).toBeDefined()
    expect([first, second, await begin()].map(({ stream }) => stream.transport)).toEqual([setting, setting, setting])
  })
})

describe('[SUB4] the slots of a browser', () => {
  function createSlots(count: number) {
    const slots = { free: count }
    const take: StreamSlots['take'] = async () => {
      if (slots.free === 0) return undefined
      slots.free -= 1
      return () => {
        slots.free += 1
      }
    }
    return { slots, take }
  }

  it('are for server-sent events; a stream without one goes over a WebSocket', async () => {
    const { slots, take } = createSlots(1)
    const { begin } = start({ slots: { take } })
    const first = await begin()
    const second = await begin()
    expect([first.stream.transport, second.stream.transport]).toEqual(['sse', 'websocket'])
    first.end()
    expect(slots.free).toBe(1)
  })

  it('are not taken by a client for which server-sent events don’t come through', async () => {
    const { slots, take } = createSlots(1)
    const { clock, begin } = start({ slots: { take } })
    await begin()
    await clock.advance(4_000)
    expect(slots.free).toBe(1)
    const { stream } = await begin()
    expect(stream.transport).toBe('websocket')
    expect(slots.free).toBe(1)
  })

  it('are given back by a stream that was ended before it got one', async () => {
    const { slots, take } = createSlots(1)
    const gate = Promise.withResolvers<void>()
    const { clock, streams } = start()
    const client = createTRPCClient<AppRouter>({
      links: [
        streamLink({
          setting: 'auto',
          slots: { take: () => gate.promise.then(take) },
          timers: clock.timers,
          links: { sse: () => Promise.reject(new Error('not wanted')), websocket: () => Promise.reject(new Error()) },
        }),
      ],
    })
    client.chat.stream.subscribe({}, { onError: () => undefined }).unsubscribe()
    gate.resolve()
    await expect.poll(() => slots.free).toBe(1)
    expect(streams).toEqual([])
  })
})
