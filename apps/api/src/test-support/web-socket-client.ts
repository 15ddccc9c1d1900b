import { createTRPCClient, createWSClient, wsLink } from '@trpc/client'
import type { AppRouter } from '../router.ts'
import type { TestClient } from './test-client.ts'

/** A typed client for which everything goes over one WebSocket, by tRPC's own link. */
export interface WebSocketClient extends Disposable {
  readonly client: TestClient
  /** The close codes of the sockets that it had. */
  readonly closeCodes: readonly (number | undefined)[]
}

/** @param url the server's, such as `http://127.0.0.1:3000`. */
export function createWebSocketClient(url: string): WebSocketClient {
  const closeCodes: (number | undefined)[] = []
  const socket = createWSClient({
    url: `${url.replace(/^http/, 'ws')}/trpc`,
    retryDelayMs: () => 20,
    onClose: (cause) => closeCodes.push(cause?.code),
  })
  return {
    client: createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] }),
    closeCodes,
    [Symbol.dispose]: () => void socket.close(),
  }
}
