import { EventSource } from 'eventsource'
import type { TransportSetting } from '../transport/stream-link.ts'
import { createTrpcClient, type LivetypeClient } from '../trpc-client/create-trpc-client.ts'

/** How a service reaches a server. */
export interface NodeClientOptions {
  /** Where the server is, such as `http://127.0.0.1:3000`. */
  readonly baseUrl: string
  /** What streams go over; by default `auto`: server-sent events, and a WebSocket where those don't come through. */
  readonly transport?: TransportSetting
  /** Used for every request, streams over server-sent events included: where a service adds its headers. */
  readonly fetch?: typeof fetch
}

/** The typed client for Node, which has no `EventSource` of its own. */
export function createNodeClient({ baseUrl, transport, fetch: send = fetch }: NodeClientOptions): LivetypeClient {
  class NodeEventSource extends EventSource {
    constructor(url: string | URL) {
      super(url, { fetch: (input, init) => send(input, init) })
    }
  }
  return createTrpcClient({ baseUrl, transport, eventSource: NodeEventSource, fetch: send })
}
