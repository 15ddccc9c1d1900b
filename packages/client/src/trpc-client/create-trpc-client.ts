import { createTRPCClient, httpBatchLink, splitLink, type TRPCClient } from '@trpc/client'
import { platformTimers } from '../timers.ts'
import { type EventSourceConstructor, eventSourceLink } from '../transport/event-source-link.ts'
import { streamLink, type TransportSetting } from '../transport/stream-link.ts'
import type { StreamSlots } from '../transport/stream-slots.ts'
import type { WebSocketConstructor } from '../transport/web-socket-link.ts'
import type { AppRouter } from './app-router.ts'
import { resumeLink } from './resume-link.ts'

/** The typed client of a Livetype server. */
export type LivetypeClient = TRPCClient<AppRouter>

/** How to reach a server. */
export interface TrpcClientOptions {
  /** Where the server is, such as `http://127.0.0.1:3000`. */
  readonly baseUrl: string
  /** What streams go over; by default `auto`: server-sent events, and a WebSocket where those don't come through. */
  readonly transport?: TransportSetting | undefined
  /** For `auto`: what the tabs of a browser share; a stream that gets no slot goes over a WebSocket. */
  readonly slots?: StreamSlots | undefined
  /** Absent: the platform's own. */
  readonly eventSource?: EventSourceConstructor
  /** Absent: the platform's own. */
  readonly webSocket?: WebSocketConstructor
  readonly fetch?: typeof fetch
  /** How long a query or a command may take; by default 30 s. Streams are not bound by it. */
  readonly requestTimeoutMs?: number
}

/** Below the server's own limit, so that a burst of calls is split rather than refused. */
const maxBatchItems = 10

/**
 * Makes the typed client: queries and commands in batches over HTTP, subscriptions over server-sent events or a
 * WebSocket. They resume by themselves after a cut, a proxy's error or a restart of the server.
 */
export function createTrpcClient(options: TrpcClientOptions): LivetypeClient {
  const url = `${options.baseUrl.replace(/\/$/, '')}/trpc`
  const timeoutMs = options.requestTimeoutMs ?? 30_000
  const send = options.fetch ?? fetch
  const timers = platformTimers
  const now = () => performance.now()
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: [
          resumeLink(),
          streamLink({
            setting: options.transport ?? 'auto',
            slots: options.slots,
            timers,
            links: {
              sse: () => eventSourceLink({ url, eventSource: options.eventSource, timers, now }),
              websocket: async () => {
                const { webSocketLink } = await import('../transport/web-socket-link.ts')
                return webSocketLink({ url: url.replace(/^http/, 'ws'), webSocket: options.webSocket, timers, now })
              },
            },
          }),
        ],
        false: httpBatchLink({
          url,
          maxItems: maxBatchItems,
          fetch: (input, init) => send(input, { ...init, signal: bounded(init?.signal, timeoutMs) }),
        }),
      }),
    ],
  })
}

/** A request on a network that has gone away would otherwise wait for ever. */
function bounded(signal: AbortSignal | null | undefined, timeoutMs: number): AbortSignal {
  const timeout = AbortSignal.timeout(timeoutMs)
  return signal ? AbortSignal.any([signal, timeout]) : timeout
}
