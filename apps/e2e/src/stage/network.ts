import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** The way between a browser and a server, which a test can cut. Playwright's own "offline" leaves open streams open. */
export interface Network extends AsyncDisposable {
  /** The server's address, by this way. */
  readonly url: string
  /** Ends all connections and lets no new one through. */
  cut(): void
  restore(): void
}

/** A way to the server at `url`, on a port of its own. */
export async function startNetwork(url: string): Promise<Network> {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  let isCut = false
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
  }
  const server = createServer((near) => {
    keep(near)
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect(Number(port), hostname)
    keep(far)
    near.pipe(far).pipe(near)
    near.once('close', () => far.destroy())
    far.once('close', () => near.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as AddressInfo
  const endAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut: () => {
      isCut = true
      endAll()
    },
    restore: () => {
      isCut = false
    },
    [Symbol.asyncDispose]: async () => {
      endAll()
      server.close()
      await once(server, 'close')
    },
  }
}
