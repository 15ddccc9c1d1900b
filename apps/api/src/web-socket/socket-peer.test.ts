import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, Socket } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import type { SocketPeer } from '../trpc/trpc.ts'
import { attendPeer } from './socket-peer.ts'

let server: Server
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => {
  vi.useRealTimers()
  server.close()
})

const limits = { stalledReaderMs: 100, maxBufferedBytes: 32 * 1024 * 1024 }

/** Both ends of a WebSocket whose server end is attended. */
async function connect({ autoPong = true, ...changes }: Partial<typeof limits> & { autoPong?: boolean } = {}) {
  const sockets = new WebSocketServer({ noServer: true })
  const attended = new Promise<{ socket: WebSocket; peer: SocketPeer }>((resolve) => {
    server.once('upgrade', (request, connection, head) => {
      sockets.handleUpgrade(request, connection, head, (socket) => {
        if (!(connection instanceof Socket)) throw new Error('not a socket of the network')
        resolve({ socket, peer: attendPeer(socket, connection, { ...limits, ...changes }) })
      })
    })
  })
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, { autoPong })
  await once(client, 'open')
  return { client, ...(await attended) }
}

/** More than the buffers between two processes hold. */
const flood = Buffer.alloc(16 * 1024 * 1024)

it('[SUB3] pings a peer, and keeps one that answers', async () => {
  const { client, socket } = await connect()
  for (let minute = 0; minute < 12; minute += 1) {
    const answered = once(socket, 'pong')
    const pinged = once(client, 'message')
    vi.advanceTimersByTime(5_000)
    expect(String((await pinged)[0])).toBe('PING')
    await answered
  }
  expect(socket.readyState).toBe(WebSocket.OPEN)
  client.terminate()
})

it('[SUB3] ends a peer that has room and says nothing for twenty seconds: it is dead', async () => {
  const { client, socket } = await connect({ autoPong: false })
  const closed = once(socket, 'close')
  vi.advanceTimersByTime(19_999)
  expect(socket.readyState).toBe(WebSocket.OPEN)
  vi.advanceTimersByTime(1)
  await closed
  client.terminate()
})

it('[SUB3] has no room for a peer that does not read, and room again when it does', async () => {
  const { client, socket, peer } = await connect({ stalledReaderMs: 60_000 })
  client.pause()
  socket.send(flood)
  let hasRoom = false
  const room = peer.untilRoom().then(() => {
    hasRoom = true
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect(hasRoom).toBe(false)
  client.resume()
  await room
  expect(socket.bufferedAmount).toBe(0)
  client.terminate()
})

it('[SUB3] cuts off a peer that takes nothing for as long as it may, and waits for it no more', async () => {
  const { client, socket, peer } = await connect()
  client.pause()
  socket.send(flood)
  await Promise.all([once(socket, 'close'), peer.untilRoom()])
  client.terminate()
})

it('[SUB3] cuts off a peer that lets too much wait for it, by a code that means "come again"', async () => {
  const { client, socket } = await connect({ maxBufferedBytes: 1024 })
  client.pause()
  socket.send(flood)
  vi.advanceTimersByTime(5_000)
  client.resume()
  expect((await once(client, 'close'))[0]).toBe(1013)
})
