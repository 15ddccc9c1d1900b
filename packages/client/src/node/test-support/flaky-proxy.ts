import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** What stands between a client and its server: what it does to connections is up to the test. */
export interface FlakyProxy extends AsyncDisposable {
  readonly url: string
  /** Ends all connections in the middle of whatever they carry. */
  cut(): void
  /** `bad-gateway`: answers 502 to everything, as a proxy without its server does. */
  mode: 'through' | 'bad-gateway'
  /** Resolves when as many more connections have been answered 502. */
  refusals(count: number): Promise<void>
}

/** Listens on a free port for the server on `targetPort`. */
export async function startFlakyProxy(targetPort: number): Promise<FlakyProxy> {
  const sockets = new Set<Socket>()
  const state: { mode: FlakyProxy['mode'] } = { mode: 'through' }
  const refused = new EventTarget()
  const server = createServer((client) => {
    sockets.add(client)
    client.on('close', () => sockets.delete(client))
    client.on('error', () => client.destroy())
    if (state.mode === 'bad-gateway') {
      client.once('data', () => {
        client.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
        refused.dispatchEvent(new Event('refused'))
      })
      return
    }
    const upstream = connect(targetPort, '127.0.0.1')
    upstream.on('error', () => client.destroy())
    upstream.on('close', () => client.destroy())
    client.on('close', () => upstream.destroy())
    client.pipe(upstream).pipe(client)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${port}`,
    cut,
    get mode() {
      return state.mode
    },
    set mode(mode) {
      state.mode = mode
    },
    async refusals(count) {
      for (let left = count; left > 0; left -= 1) await once(refused, 'refused')
    },
    async [Symbol.asyncDispose]() {
      server.close()
      cut()
    },
  }
}
