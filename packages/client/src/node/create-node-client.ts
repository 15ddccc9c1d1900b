import { EventSource } from 'eventsource'
import type { TransportSetting } from '../transport/stream-link.ts'
import { createTrpcClient, type LivetypeClient } from '../trpc-client/create-trpc-client.ts'

/** How a service reaches a server. */
export interface NodeClientOptions {
  /** Where the server is, such as `http://127.0.0.1:3000`. */
  readonly baseUrl: string
  /** What streams go over; by default `auto`: server-sent events, and a WebSocket where those don't come through. */
  readonly transport?: TransportSetting
  /** Sent with every request, streams over either transport included. */
  readonly headers?: Readonly<Record<string, string>>
  /** Used for every request but a WebSocket's, streams over server-sent events included. */
  readonly fetch?: typeof fetch
}

/** The typed client for Node, which has no `EventSource` of its own. */
export function createNodeClient({ baseUrl, transport, headers, ...options }: NodeClientOptions): LivetypeClient {
  const send = headers ? withHeaders(options.fetch ?? fetch, headers) : (options.fetch ?? fetch)
  class NodeEventSource extends EventSource {
    constructor(url: string | URL) {
      super(url, { fetch: (input, init) => send(input, init) })
    }
  }
  class NodeWebSocket extends WebSocket {
    constructor(url: string) {
      // Node's own takes headers there, which the type, that of browsers, does not know.
      super(url, { headers: headers ?? {} } as never)
    }
  }
  return createTrpcClient({ baseUrl, transport, eventSource: NodeEventSource, webSocket: NodeWebSocket, fetch: send })
}

function withHeaders(send: typeof fetch, added: Readonly<Record<string, string>>): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers)
    for (const [name, value] of Object.entries(added)) headers.set(name, value)
    return send(input, { ...init, headers })
  }
}
