import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink, type TRPCClient } from '@trpc/client'
import type { AppRouter } from './app-router.ts'
import { resumeLink } from './resume-link.ts'

/** The typed client of a Livetype server. */
export type LivetypeClient = TRPCClient<AppRouter>

/** What an `EventSource` class must be: the browser's own, or one such as the package `eventsource` has. */
export type EventSourceConstructor = NonNullable<Parameters<typeof httpSubscriptionLink>[0]['EventSource']>

/** How to reach a server. */
export interface TrpcClientOptions {
  /** Where the server is, such as `http://127.0.0.1:3000`; empty for the page's own origin. */
  readonly baseUrl: string
  /** Absent: the platform's own. */
  readonly eventSource?: EventSourceConstructor
  readonly fetch?: typeof fetch
  /** How long a query or a command may take; by default 30 s. Streams are not bound by it. */
  readonly requestTimeoutMs?: number
}

/** Below the server's own limit, so that a burst of calls is split rather than refused. */
const maxBatchItems = 10

/**
 * Makes the typed client: queries and commands in batches over HTTP, subscriptions over server-sent events that
 * resume by themselves after a cut, a proxy's error or a restart of the server.
 */
export function createTrpcClient(options: TrpcClientOptions): LivetypeClient {
  const url = `${options.baseUrl.replace(/\/$/, '')}/trpc`
  const timeoutMs = options.requestTimeoutMs ?? 30_000
  const send = options.fetch ?? fetch
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: [
          resumeLink(),
          httpSubscriptionLink({ url, ...(options.eventSource && { EventSource: options.eventSource }) }),
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
