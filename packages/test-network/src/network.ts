import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** What becomes of new connections. `refuse`: they end at once. `bad-gateway`: 502, as a proxy without its server says. */
export type NetworkMode = 'through' | 'refuse' | 'bad-gateway'

/**
 * The way between clients and a server, on a port of its own that stays while servers come and go, and with faults as a
 * test wants them. It carries bytes and looks at nothing but the first line of a request.
 */
export interface Network extends AsyncDisposable {
  /** The server's address, by this way. */
  readonly url: string
  /** Where new connections lead, such as `http://127.0.0.1:3000`; undefined: nowhere, as `refuse`. */
  target: string | undefined
  mode: NetworkMode
  /** How many bytes of answers have come so far. */
  readonly answeredBytes: number
  /** Ends all connections in the middle of whatever they carry. */
  cut(): void
  /** Nothing moves on the connections there are, and none ends, until `resume`. */
  pause(): void
  resume(): void
  /**
   * The connections there are stay as they are and carry nothing any more, as after a machine has slept: who only
   * listens can't tell, and whoever sends is told that there is no connection. New ones are fine.
   */
  forget(): void
  /**
   * Runs `action` as soon as a piece of an answer that has `text` in it has been passed on, the first time: what a test
   * does in mid-reply then happens there, however slow the page that it looks at. Text over server-sent events and over
   * WebSocket is found alike, if it is ASCII and isn't cut in two.
   */
  onceAnswered(text: string, action: () => void): void
}

/** What a network does to the answers it carries. */
export interface NetworkOptions {
  /**
   * Asked at each request, with its first line: after how many bytes of the answer, headers included, the connection is
   * cut. Undefined: not at all.
   */
  readonly cutAnswerAfter?: (requestLine: string) => number | undefined
}

const badGateway = 'HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'
const requestLinePattern = /^[A-Z]+ \S+ HTTP\/1\.1(?=\r\n)/

/** Opens the way on a free port. */
export async function startNetwork(target: string | undefined, options: NetworkOptions = {}): Promise<Network> {
  const sockets = new Set<Socket>()
  const joints = new Set<Joint>()
  const awaited = new Map<string, () => void>()
  let isPaused = false
  let answeredBytes = 0
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.once('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
  }

  const server = createServer((near) => {
    keep(near)
    const { target, mode } = network
    if (mode === 'bad-gateway') {
      near.once('data', () => near.end(badGateway))
      return
    }
    if (mode === 'refuse' || target === undefined) {
      near.destroy()
      return
    }
    const { hostname, port } = new URL(target)
    const far = connect(Number(port), hostname)
    keep(far)
    far.on('data', (bytes) => {
      answeredBytes += bytes.length
    })
    const joint = join({ near, far, isPaused: () => isPaused }, options)
    joints.add(joint)
    // After the joint's own listener: what is looked at here has been passed on.
    far.on('data', (bytes) => {
      for (const [text, action] of awaited) {
        if (!bytes.includes(text)) continue
        awaited.delete(text)
        action()
      }
    })
    near.once('close', () => joints.delete(joint))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  const network: Network = {
    url: `http://127.0.0.1:${port}`,
    target,
    mode: 'through',
    get answeredBytes() {
      return answeredBytes
    },
    cut,
    pause() {
      isPaused = true
      for (const socket of sockets) socket.pause()
    },
    resume() {
      isPaused = false
      for (const socket of sockets) socket.resume()
    },
    forget() {
      for (const joint of joints) joint.forget()
    },
    onceAnswered(text, action) {
      awaited.set(text, action)
    },
    async [Symbol.asyncDispose]() {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
  return network
}

interface Joint {
  /** Ends the far side, and lets the near one know only when it sends. */
  forget(): void
}

/** Carries bytes both ways; what one side has sent before its end still reaches the other. */
function join(
  { near, far, isPaused }: { near: Socket; far: Socket; isPaused: () => boolean },
  { cutAnswerAfter }: NetworkOptions,
): Joint {
  let isForgotten = false
  let bytesLeft = Number.POSITIVE_INFINITY
  const carry = (from: Socket, to: Socket, bytes: Uint8Array) => {
    if (to.write(bytes)) return
    from.pause()
    to.once('drain', () => {
      if (!isPaused()) from.resume()
    })
  }
  near.on('data', (bytes) => {
    if (isForgotten) {
      near.resetAndDestroy()
      return
    }
    const requestLine = cutAnswerAfter && requestLinePattern.exec(bytes.toString('latin1'))?.[0]
    if (requestLine) bytesLeft = cutAnswerAfter?.(requestLine) ?? Number.POSITIVE_INFINITY
    carry(near, far, bytes)
  })
  far.on('data', (bytes) => {
    if (bytes.length < bytesLeft) {
      bytesLeft -= bytes.length
      carry(far, near, bytes)
      return
    }
    const last = bytes.subarray(0, bytesLeft)
    bytesLeft = 0
    far.destroy()
    near.write(last, () => near.destroy())
  })
  near.once('close', () => far.destroy())
  far.once('close', () => {
    // What came before the end is still on its way to the client.
    if (!isForgotten) near.destroySoon()
  })
  return {
    forget() {
      isForgotten = true
      far.destroy()
    },
  }
}
