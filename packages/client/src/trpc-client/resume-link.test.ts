import { createTRPCClient, TRPCClientError, type TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ServerRestart } from '../transport/server-restart.ts'
import type { AppRouter } from './app-router.ts'
import { chatErrorFromTrpc } from './chat-error-from-trpc.ts'
import { resumeLink } from './resume-link.ts'
import { streamChat } from './stream-chat.ts'

type Observer = Parameters<Parameters<typeof observable<never, TRPCClientError<AppRouter>>>[0]>[0]
type Next = Parameters<Observer['next']>[0]

/** A terminating link in a test's hands. */
function startStream() {
  const attempts: { readonly input: unknown; next(envelope: unknown): void; fail(error: object): void }[] = []
  const link: TRPCLink<AppRouter> =
    () =>
    ({ op }) =>
      observable((observer) => {
        attempts.push({
          input: op.input,
          next: (envelope) => observer.next(envelope as Next),
          fail: (error) => observer.error(TRPCClientError.from(error)),
        })
      })
  const client = createTRPCClient<AppRouter>({ links: [resumeLink(() => 1), link] })
  const heard: string[] = []
  const end = streamChat(
    client,
    {},
    {
      onEvents: (events, cursor) => heard.push(`${events.length} events, ${cursor}`),
      onState: (state) => heard.push(state),
      onFailure: ({ code, isRetryable }) => heard.push(`${code}, ${isRetryable}`),
    },
  )
  const last = () => {
    const attempt = attempts.at(-1)
    if (!attempt) throw new Error('nothing was tried')
    return attempt
  }
  const state = (name: 'connecting' | 'pending') => last().next({ result: { type: 'state', state: name, error: null } })
  const goLive = () => {
    state('connecting')
    last().next({ result: { type: 'started' } })
    state('pending')
  }
  return { attempts, last, heard, end, state, goLive }
}

const refusal = (isRetryable: boolean) => ({
  error: { code: -32_000, message: 'no', data: { failure: { code: 'storage-failed', message: 'no', isRetryable } } },
})

describe('a stream over the typed client', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('says when it is cut, and resumes after the last batch', () => {
    const { attempts, last, heard, goLive } = startStream()
    goLive()
    last().next({ result: { id: 'cursor-1', data: { id: 'cursor-1', data: [] } } })
    last().fail(new Error('502'))
    expect(heard).toEqual(['connecting', 'live', '0 events, cursor-1', 'lost'])
    vi.advanceTimersByTime(200)
    expect(attempts).toHaveLength(2)
    expect(last().input).toMatchObject({ lastEventId: 'cursor-1' })
    goLive()
    expect(heard.at(-1)).toBe('live')
  })

  it('waits longer the more tries fail in a row, up to five seconds, and starts over once live', () => {
    const { attempts, last, goLive } = startStream()
    const delays: number[] = []
    const failAndCount = () => {
      const before = attempts.length
      last().fail(new Error('502'))
      let waited = 0
      while (attempts.length === before) {
        vi.advanceTimersByTime(100)
        waited += 100
      }
      delays.push(waited)
    }
    for (let attempt = 0; attempt < 8; attempt += 1) failAndCount()
    expect(delays).toEqual([200, 400, 800, 1_600, 3_200, 5_000, 5_000, 5_000])
    goLive()
    delays.length = 0
    failAndCount()
    expect(delays).toEqual([200])
  })

  it('ends where the server refuses, but not where the server says that trying again can help', () => {
    const { attempts, last, heard } = startStream()
    last().fail(refusal(true))
    vi.advanceTimersByTime(10_000)
    expect(attempts).toHaveLength(2)
    last().fail(refusal(false))
    vi.advanceTimersByTime(10_000)
    expect(attempts).toHaveLength(2)
    expect(heard.at(-1)).toBe('storage-failed, false')
  })

  it('[SUB6] waits longer from try to try where the server has no place, though each stream begins', () => {
    const { attempts, last, goLive } = startStream()
    const delays: number[] = []
    for (let attempt = 0; attempt < 4; attempt += 1) {
      goLive()
      const count = attempts.length
      last().fail(refusal(true))
      let waited = 0
      while (attempts.length === count) {
        vi.advanceTimersByTime(100)
        waited += 100
      }
      delays.push(waited)
    }
    expect(delays).toEqual([200, 400, 800, 1_600])
  })

  it('[SUB7] comes back after a while that is left to chance where the server restarts', () => {
    const { attempts, last, goLive } = startStream()
    goLive()
    last().fail(new ServerRestart())
    vi.advanceTimersByTime(1_999)
    expect(attempts).toHaveLength(1)
    vi.advanceTimersByTime(1)
    expect(attempts).toHaveLength(2)
  })

  it('ends where a batch can’t be read', () => {
    const { last, heard, goLive } = startStream()
    goLive()
    last().next({ result: { id: 'cursor-1', data: { id: 'cursor-1', data: [{ type: 'text-delta' }] } } })
    expect(heard.at(-1)).toBe('internal, false')
  })

  it('says nothing more once it was ended', () => {
    const { last, heard, end, goLive } = startStream()
    goLive()
    const before = heard.length
    end()
    last().fail(new Error('502'))
    vi.advanceTimersByTime(10_000)
    expect(heard).toHaveLength(before)
  })
})

describe('what a call threw', () => {
  it('is the server’s failure, or that the server can’t be reached', () => {
    expect(chatErrorFromTrpc(TRPCClientError.from(refusal(false)))).toMatchObject({
      code: 'storage-failed',
      isRetryable: false,
    })
    expect(chatErrorFromTrpc(TRPCClientError.from(new TypeError('fetch failed')))).toMatchObject({
      name: 'ChatError',
      isRetryable: true,
    })
  })
})
