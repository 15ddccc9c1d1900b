import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

/** A proxy that means well: it hands an answer on when it has all of it, and so holds back every event stream. */
export interface BufferingProxy extends AsyncDisposable {
  readonly url: string
  /** How many event streams it is holding back. */
  readonly heldCount: number
  /** How many WebSockets it has let through. */
  readonly upgradeCount: number
  /** What those had in `Authorization`. */
  readonly upgradeKeys: readonly (string | undefined)[]
}

/** @param options.refusesUpgrades WebSockets don't come through either way. */
export async function startBufferingProxy(
  targetPort: number,
  options: { buffers?: boolean; refusesUpgrades?: boolean } = {},
): Promise<BufferingProxy> {
  const { buffers = true, refusesUpgrades = false } = options
  const held = new Set<object>()
  const upgradeKeys: (string | undefined)[] = []
  const server = createServer((incoming, outgoing) => {
    const upstream = request(
      { port: targetPort, host: '127.0.0.1', path: incoming.url, method: incoming.method, headers: incoming.headers },
      (answer) => {
        const isHeld = buffers && answer.headers['content-type'] === 'text/event-stream'
        if (!isHeld) {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(outgoing)
          return
        }
        held.add(answer)
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.once('close', () => held.delete(answer))
        answer.once('end', () =>
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers).end(Buffer.concat(chunks)),
        )
      },
    )
    upstream.on('error', () => outgoing.destroy())
    outgoing.once('close', () => upstream.destroy())
    incoming.pipe(upstream)
  })
  server.on('upgrade', (incoming, near, head) => {
    near.on('error', () => near.destroy())
    if (refusesUpgrades) {
      near.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
      return
    }
    upgradeKeys.push(incoming.headers.authorization)
    const far = connect(targetPort, '127.0.0.1')
    const headers = Object.entries(incoming.headers).map(([name, value]) => `${name}: ${String(value)}\r\n`)
    far.write(`GET ${incoming.url} HTTP/1.1\r\n${headers.join('')}\r\n`)
    far.write(head)
    far.on('error', () => near.destroy())
    far.once('close', () => near.destroy())
    near.once('close', () => far.destroy())
    near.pipe(far).pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    get heldCount() {
      return held.size
    },
    get upgradeCount() {
      return upgradeKeys.length
    },
    upgradeKeys,
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
    },
  }
}
