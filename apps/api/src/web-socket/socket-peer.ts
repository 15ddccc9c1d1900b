import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import { pingIntervalMs, type SocketPeer } from '../trpc/trpc.ts'

/** A peer that is silent for this long, though it was pinged and has room, is dead. */
const silentMs = 4 * pingIntervalMs

/** Close code of RFC 6455's registry: "try again later". Clients come back with their cursor. */
const tryAgainLater = 1013

/** How long a peer may take to answer that its socket is being closed. */
const closeTimeoutMs = 2_000

/** Closes a socket with a code; one whose peer does not take part in that is cut off. */
export function closeSocket(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason)
  const cutOff = setTimeout(() => socket.terminate(), closeTimeoutMs)
  socket.once('close', () => clearTimeout(cutOff))
}

interface PeerLimits {
  /** How long a peer may take nothing of what it was sent. */
  readonly stalledReaderMs: number
  /** The most that may wait for a peer, such as answers to commands that it does not read. */
  readonly maxBufferedBytes: number
}

/**
 * Looks after one WebSocket: pings it, in tRPC's way, so that each side knows of the other; ends it where the peer is
 * dead, has stopped reading, or lets too much wait for it. @see SPEC.md SUB3
 */
export function attendPeer(socket: WebSocket, connection: Socket, limits: PeerLimits): SocketPeer {
  let heardAt = performance.now()
  const hear = () => {
    heardAt = performance.now()
  }
  const evict = () => {
    closeSocket(socket, tryAgainLater, 'Reads too slowly.')
  }
  const check = () => {
    if (socket.bufferedAmount > limits.maxBufferedBytes) evict()
    // One that has not taken what it was sent needs no sign of life on top; the connection's timer watches it.
    else if (connection.writableNeedDrain) hear()
    else if (performance.now() - heardAt >= silentMs) socket.terminate()
    else {
      // The first is for the peer to hear, as tRPC's clients do; the second is answered even by one whose page sleeps.
      socket.send('PING')
      socket.ping()
    }
  }
  const pings = setInterval(check, pingIntervalMs)
  socket.on('message', hear)
  socket.on('pong', hear)
  socket.on('close', () => clearInterval(pings))
  // The connection's own timer: it counts bytes that the peer takes of a long write as a sign of life.
  connection.setTimeout(limits.stalledReaderMs, () => {
    if (connection.writableNeedDrain) evict()
  })
  return { untilRoom: () => roomIn(connection) }
}

async function roomIn(connection: Socket): Promise<void> {
  if (connection.destroyed || !connection.writableNeedDrain) return
  await new Promise<void>((resolve) => {
    const done = () => {
      connection.off('drain', done)
      connection.off('close', done)
      resolve()
    }
    connection.on('drain', done)
    connection.on('close', done)
  })
}
