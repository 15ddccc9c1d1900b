import type { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { ChatError, type Failure } from '@livetype/protocol'
import { type CreateWSSContextFnOptions, getWSConnectionHandler } from '@trpc/server/adapters/ws'
import type { FastifyInstance } from 'fastify'
import { type WebSocket, WebSocketServer } from 'ws'
import { refusalOf } from '../door/check-request.ts'
import { appRouter } from '../router.ts'
import type { Services } from '../services.ts'
import { httpStatusOf } from '../trpc/error-codes.ts'
import type { Context, SocketPeer } from '../trpc/trpc.ts'
import { refuseUpgrade } from './refuse-upgrade.ts'
import { attendPeer, closeSocket } from './socket-peer.ts'

/** Four of the longest messages: a conversation that is asked for may be long. */
const maxBufferedBytes = 16 * 1024 * 1024
/** A shutdown closes the sockets spread over this time, so that their clients don't come back all at once. */
const closeSpreadMs = 1_000

/** Close code of RFC 6455's registry: "service restart". Clients come back with their cursor. */
const serviceRestart = 1012

/**
 * Serves the router at `/trpc` over WebSocket, through tRPC's adapter. The door is the same as for every request: a
 * browser's socket comes from a page of this server or not at all. @see SPEC.md DOOR2, SUB3, SUB6, SUB7
 */
export function registerWebSocket(
  server: FastifyInstance,
  options: {
    services: Services
    createContext: () => Context
    maxPayloadBytes: number
    maxBatchSize: number
  },
): void {
  const { services, createContext, maxPayloadBytes: maxPayload, maxBatchSize } = options
  const { logger, settings } = services
  const sockets = new WebSocketServer({ noServer: true, maxPayload })
  const peers = new WeakMap<WebSocket, SocketPeer>()
  const serve = getWSConnectionHandler({
    wss: sockets,
    router: appRouter,
    maxBatchSize,
    createContext: ({ res }: CreateWSSContextFnOptions): Context => ({ ...createContext(), peer: peers.get(res) }),
    onError: ({ error, path }) => {
      // What a procedure refused is logged there, if at all.
      if (path === undefined) logger.warn({ err: error }, 'a WebSocket failed')
    },
  })
  let isClosing = false

  function failureOf(request: IncomingMessage): Failure | undefined {
    const { method = '', headers } = request
    const refusal = refusalOf({ method, headers, isPage: false }, services.publicOrigins)
    if (refusal !== undefined) return { code: 'forbidden-origin', message: refusal, isRetryable: false }
    if (isClosing) {
      return new ChatError('server-shutting-down', 'The server is restarting. Try again in a moment.', {
        isRetryable: true,
      }).toFailure()
    }
    if (sockets.clients.size >= settings.maxStreamsPerOwner) return services.streamPlaces.refusal().toFailure()
    return undefined
  }

  function upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): void {
    const failure = failureOf(request)
    if (failure) return refuseUpgrade(connection, httpStatusOf(failure.code), failure)
    if (!isRouterPath(request.url)) {
      return refuseUpgrade(connection, 404, {
        code: 'invalid-input',
        message: 'There is nothing at this address.',
        isRetryable: false,
      })
    }
    sockets.handleUpgrade(request, connection, head, (socket) => {
      if (connection instanceof Socket) {
        peers.set(socket, attendPeer(socket, connection, { ...settings, maxBufferedBytes }))
      }
      serve(socket, request)
    })
  }

  server.server.on('upgrade', upgrade)
  server.addHook('preClose', async () => {
    isClosing = true
    await closeAll([...sockets.clients])
  })
}

function isRouterPath(url: string | undefined): boolean {
  return /^\/trpc\/?(?:\?|$)/.test(url ?? '')
}

/** Closes the sockets one after the other and waits until all are. */
async function closeAll(sockets: readonly WebSocket[]): Promise<void> {
  await Promise.all(
    sockets.map(async (socket, index) => {
      const closed = new Promise((resolve) => socket.once('close', resolve))
      setTimeout(() => closeSocket(socket, serviceRestart, 'Restarting.'), (closeSpreadMs * index) / sockets.length)
      await closed
    }),
  )
}
