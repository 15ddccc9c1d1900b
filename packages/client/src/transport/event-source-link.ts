import { TRPCClientError, type TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import type { Timers } from '../timers.ts'
import type { AppRouter } from '../trpc-client/app-router.ts'
import { watchSilence } from './silence.ts'

/** What an `EventSource` class must be: the browser's own, or one such as the package `eventsource` has. */
export type EventSourceConstructor = new (
  url: string,
) => {
  readonly readyState: number
  addEventListener(type: string, listener: (event: object) => void): void
  close(): void
}

/** `EventSource.CLOSED`. */
const closed = 2

/**
 * A terminating link that carries one subscription over server-sent events, in tRPC's wire format: an event of its own
 * says that the stream has begun, that it has ended, or what the server refused; all others are data. After a cut, the
 * `EventSource` reconnects by itself, once: that is quick, and after as long as the server asked for. Where that fails
 * too, the link fails, since an `EventSource` would knock on a closed door five times a second for ever; whoever tries
 * again does it with growing delays.
 */
export function eventSourceLink(options: {
  url: string
  /** Absent: the platform's own. */
  eventSource?: EventSourceConstructor | undefined
  timers: Timers
  /** Milliseconds of a clock that never goes back. */
  now: () => number
}): TRPCLink<AppRouter> {
  const { url, timers, now } = options
  return () =>
    ({ op }) =>
      observable((observer) => {
        if (op.signal?.aborted) {
          observer.complete()
          return undefined
        }
        observer.next({ result: { type: 'state', state: 'connecting', error: null } })
        const EventSourceClass = options.eventSource ?? EventSource
        const source = new EventSourceClass(`${url}/${op.path}?input=${encodeURIComponent(JSON.stringify(op.input))}`)
        let mayReconnect = false
        const fail = (error: Error) => observer.error(TRPCClientError.from(error))
        const onSilence = () => fail(new Error('The connection went silent.'))
        const silence = watchSilence({ timers, now, onSilence })
        const on = (type: string, take: (event: object) => void) => {
          source.addEventListener(type, (event) => {
            silence.hear()
            try {
              take(event)
            } catch (error) {
              fail(error instanceof Error ? error : new Error(String(error)))
            }
          })
        }
        on('connected', () => {
          mayReconnect = true
          observer.next({ result: { type: 'started' } })
          observer.next({ result: { type: 'state', state: 'pending', error: null } })
        })
        on('message', (event) => {
          const data = dataOf(event)
          const id = 'lastEventId' in event ? event.lastEventId : undefined
          observer.next({ result: typeof id === 'string' && id !== '' ? { id, data: { id, data } } : { data } })
        })
        on('ping', () => {})
        on('serialized-error', (event) => observer.error(TRPCClientError.from({ error: dataOf(event) })))
        on('return', () => {
          observer.next({ result: { type: 'stopped' } })
          observer.complete()
        })
        source.addEventListener('error', () => {
          const error = TRPCClientError.from<AppRouter>(new Error('The connection was lost.'))
          if (source.readyState === closed || !mayReconnect) {
            observer.error(error)
            return
          }
          mayReconnect = false
          silence.end()
          observer.next({ result: { type: 'state', state: 'connecting', error } })
        })
        const stop = () => observer.complete()
        op.signal?.addEventListener('abort', stop)
        return () => {
          op.signal?.removeEventListener('abort', stop)
          silence.end()
          source.close()
        }
      })
}

/** What an event carries. @throws where it is not JSON. */
function dataOf(event: object): unknown {
  return 'data' in event && typeof event.data === 'string' ? JSON.parse(event.data) : undefined
}
