import { type ChatStreamInput, chatStreamInputSchema } from '@livetype/protocol'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../services.ts'
import { type Context, pingIntervalMs, reconnectAfterInactivityMs } from '../trpc/trpc.ts'
import { streamChat } from './chat-stream.ts'
import { createEventJson } from './event-json.ts'
import { openEventStream } from './event-stream-response.ts'

const connectedFrame = `event: connected\ndata: ${JSON.stringify({ reconnectAfterInactivityMs })}\n\n`
const pingFrame = 'event: ping\ndata: \n\n'

/**
 * `chat.stream` over SSE in tRPC's wire format, written by hand: the same generator as the procedure's, at a tenth of
 * the cost per event, with a `retry:` that tRPC does not send. A contract test holds it to tRPC's own producer.
 * Whatever is not plain (an input that is not valid, no place for another stream) is left to tRPC.
 */
export function registerChatStream(
  server: FastifyInstance,
  options: {
    services: Services
    createContext(): Context
    /** tRPC's own handler for the same path. */
    fallback(request: FastifyRequest, reply: FastifyReply): Promise<void>
  },
): void {
  const { services } = options
  const { database, shutdownSignal, streamPlaces, settings, logger, temporaryChats } = services
  const toJson = createEventJson()
  server.get('/trpc/chat.stream', { exposeHeadRoute: false }, async (request, reply) => {
    const input = readInput(request)
    if (!input) return options.fallback(request, reply)
    const { ownerId } = options.createContext()
    using place = streamPlaces.take(ownerId)
    if (!place) return options.fallback(request, reply)
    const response = openEventStream(reply, settings)
    response.write(connectedFrame)
    // A reader that has not taken what it was sent needs no sign of life on top.
    const ping = setInterval(() => {
      if (response.hasRoom()) response.write(pingFrame)
    }, pingIntervalMs)
    const signal = AbortSignal.any([response.signal, shutdownSignal])
    try {
      for await (const [cursor, events] of streamChat({
        database,
        ownerId,
        input,
        signal,
        temporaryChats,
      })) {
        response.write(`data: ${toJson(events)}\nid: ${cursor}\n\n`)
        if (!response.hasRoom()) await response.untilRoom()
      }
    } catch (error) {
      logger.error({ err: error }, 'a stream broke off')
    } finally {
      clearInterval(ping)
      // No `return` event: to a client this is a lost connection, and it comes back with its cursor.
      if (shutdownSignal.aborted) response.endForNow()
      else response.end()
    }
  })
}

function readInput(request: FastifyRequest): ChatStreamInput | undefined {
  const query = request.query
  if (typeof query !== 'object' || query === null) return undefined
  const text = 'input' in query && typeof query.input === 'string' ? query.input : '{}'
  const fromQuery = 'lastEventId' in query && typeof query.lastEventId === 'string' ? query.lastEventId : undefined
  const lastEventId = request.headers['last-event-id'] ?? fromQuery
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    // Not JSON: tRPC says so in its own words.
    return undefined
  }
  const parsed = chatStreamInputSchema.safeParse(
    lastEventId !== undefined && typeof json === 'object' ? { ...json, lastEventId } : json,
  )
  return parsed.success ? parsed.data : undefined
}
