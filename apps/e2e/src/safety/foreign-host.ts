import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** A host on this machine that no page may ever reach, by whatever way. */
export interface ForeignHost extends AsyncDisposable {
  /** Such as `http://127.0.0.1:1234`. */
  readonly origin: string
  /** Connections and datagrams that came. */
  readonly reached: readonly string[]
}

/** Listens on one port for connections, also those that are made in advance and never used, and for datagrams. */
export async function startForeignHost(): Promise<ForeignHost> {
  const reached: string[] = []
  const server = createServer((socket) => {
    reached.push('a connection')
    socket.on('error', () => undefined).on('data', (data) => reached.push(String(data).split('\r\n', 1)[0] ?? ''))
    socket.end('HTTP/1.1 204 No Content\r\n\r\n')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the foreign host has no address')
  const datagrams = createSocket('udp4', () => void reached.push('a datagram'))
  datagrams.bind(address.port, '127.0.0.1')
  await once(datagrams, 'listening')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    reached,
    async [Symbol.asyncDispose]() {
      datagrams.close()
      server.close()
    },
  }
}
