import { TRPCClientError, type TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import type { TRPCRequestMessage } from '@trpc/server/rpc'
import type { Timers } from '../timers.ts'
import type { AppRouter } from '../trpc-client/app-router.ts'
import { ServerRestart } from './server-restart.ts'
import { watchSilence } from './silence.ts'

/** What a `WebSocket` class must be: the platform's own, or one with headers of a service's own. */
export type WebSocketConstructor = new (
  url: string,
) => Pick<WebSocket, 'addEventListener' | 'send' | 'close'> & {
  readonly readyState: number
}

/** A socket that is no longer wanted may open for this long before it is closed: browsers complain of less. */
const openGraceMs = 2_000

/** Codes of RFC 6455's registry by which a server sends its clients away for a moment. */
const restartCodes: ReadonlySet<number> = new Set([1001, 1012, 1013])

/**
 * A terminating link that carries one subscription over one WebSocket, in tRPC's wire format. The end of the socket,
 * however it comes, is the failure of the link: what resumes a stream over server-sent events resumes it here.
 */
export function webSocketLink(options: {
  url: string
  /** Absent: the platform's own. */
  webSocket?: WebSocketConstructor | undefined
  timers: Timers
  /** Milliseconds of a clock that never goes back. */
  now: () => number
}): TRPCLink<AppRouter> {
  const { url, timers, now } = options
  return () =>
    ({ op }) =>
      observable((observer) => {
        if (op.signal?.aborted) {
          observer.complete()
          return undefined
        }
        observer.next({ result: { type: 'state', state: 'connecting', error: null } })
        const WebSocketClass = options.webSocket ?? WebSocket
        const socket = new WebSocketClass(url)
        let isOver = false
        const fail = (error: Error) => observer.error(TRPCClientError.from(error))
        const onSilence = () => fail(new Error('The connection went silent.'))
        const silence = watchSilence({ timers, now, onSilence })
        const take = (message: IncomingMessage) => {
          switch (message.type) {
            case 'started':
              observer.next({ result: { type: 'started' } })
              observer.next({ result: { type: 'state', state: 'pending', error: null } })
              return
            case 'data':
              observer.next({ result: message })
              return
            case 'stopped':
              observer.next({ result: { type: 'stopped' } })
              observer.complete()
              return
            case 'error':
              observer.error(TRPCClientError.from(message.response))
          }
        }
        const read = (data: unknown) => {
          try {
            const message = readMessage(data)
            if (message) take(message)
          } catch (error) {
            fail(error instanceof Error ? error : new Error(String(error)))
          }
        }
        socket.addEventListener('open', () => {
          if (isOver) return
          silence.hear()
          const request: TRPCRequestMessage = {
            id: 1,
            method: 'subscription',
            params: { path: op.path, input: op.input },
          }
          socket.send(JSON.stringify(request))
        })
        socket.addEventListener('message', ({ data }) => {
          if (isOver) return
          silence.hear()
          if (data === 'PING') socket.send('PONG')
          else read(data)
        })
        socket.addEventListener('error', () => fail(new Error('The connection failed.')))
        socket.addEventListener('close', ({ code }) =>
          fail(restartCodes.has(code) ? new ServerRestart() : new Error(`The connection was closed (${code}).`)),
        )
        const stop = () => observer.complete()
        op.signal?.addEventListener('abort', stop)
        return () => {
          isOver = true
          op.signal?.removeEventListener('abort', stop)
          silence.end()
          end(socket, timers)
        }
      })
}

/** Nothing waits for the handshake of the end: on a dead network it may take minutes. */
function end(socket: InstanceType<WebSocketConstructor>, timers: Timers): void {
  if (socket.readyState !== connecting) {
    socket.close()
    return
  }
  const cancel = timers.after(openGraceMs, () => socket.close())
  socket.addEventListener('open', () => {
    cancel()
    socket.close()
  })
  socket.addEventListener('close', cancel)
}

/** `WebSocket.CONNECTING`. */
const connecting = 0

type IncomingMessage =
  | { readonly type: 'started' | 'stopped' }
  | { readonly type: 'data'; readonly id: string; readonly data: unknown }
  | { readonly type: 'error'; readonly response: object }

/** What the server says of the subscription; undefined for what it says beside it. @throws where it is not JSON. */
function readMessage(text: unknown): IncomingMessage | undefined {
  const message: unknown = typeof text === 'string' ? JSON.parse(text) : undefined
  if (!isObject(message)) return undefined
  if ('error' in message) return { type: 'error', response: message }
  if (!('result' in message) || !isObject(message.result) || !('type' in message.result)) return undefined
  const { result } = message
  if (result.type === 'started' || result.type === 'stopped') return { type: result.type }
  if (result.type !== 'data' || !('id' in result) || typeof result.id !== 'string') return undefined
  return { type: 'data', id: result.id, data: 'data' in result ? result.data : undefined }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
