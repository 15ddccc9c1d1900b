import { EventSource } from 'eventsource'
import { createTrpcClient, type LivetypeClient } from '../trpc-client/create-trpc-client.ts'

/** How a service reaches a server. */
export interface NodeClientOptions {
  /** Where the server is, such as `http://127.0.0.1:3000`. */
  readonly baseUrl: string
  /** Used for every request, the stream's included: where a service adds its headers. */
  readonly fetch?: typeof fetch
}

/** The typed client for Node, which has no `EventSource` of its own. */
export function createNodeClient({ baseUrl, fetch: send = fetch }: NodeClientOptions): LivetypeClient {
  class NodeEventSource extends EventSource {
    constructor(url: string | URL) {
      super(url, { fetch: (input, init) => send(input, init) })
    }
  }
  return createTrpcClient({ baseUrl, eventSource: NodeEventSource, fetch: send })
}
