import { Agent, request } from 'node:http'
import { type StreamEvent, streamEventSchema } from '@livetype/protocol'
import { WebSocket } from 'ws'
import * as z from 'zod'
import { createFrameReader } from './read-event-stream.ts'

/** An open stream whose bytes can be left lying. */
export interface StreamConnection {
  /** Takes no more from the network. */
  pause(): void
  resume(): void
  close(): void
}

/** Where a stream is read, and who hears of it. */
export interface StreamOptions {
  readonly url: string
  readonly conversationId: string
  /** Where it goes on. Undefined: at the beginning of the conversation. */
  readonly cursor: string | undefined
  readonly onEvents: (events: readonly StreamEvent[], cursor: string) => void
  /** It could not be opened, or is over. */
  readonly onOver: () => void
}

const eventsSchema = z.array(streamEventSchema)
const socketMessageSchema = z.object({
  result: z.object({ type: z.literal('data'), data: z.object({ id: z.string(), data: eventsSchema }) }),
})
const socketErrorSchema = z.object({ error: z.object({}) })

/** `chat.stream` as an `EventSource` reads it, by hand. */
export function connectOverSse(options: StreamOptions): StreamConnection {
  const { url, cursor, onEvents } = options
  const onOver = once(options.onOver)
  const agent = new Agent({ keepAlive: false })
  const headers = { accept: 'text/event-stream', ...(cursor && { 'last-event-id': cursor }) }
  const takeText = createFrameReader(({ event, id, data }) => {
    if (event === 'message' && id !== undefined) onEvents(eventsSchema.parse(JSON.parse(data)), id)
  })
  let isPaused = false
  const input = encodeURIComponent(JSON.stringify(inputOf(options)))
  const sent = request(`${url}/trpc/chat.stream?input=${input}`, { agent, headers }, (response) => {
    if (response.statusCode !== 200) sent.destroy()
    response.setEncoding('utf8')
    response.on('data', takeText)
    response.on('error', onOver)
    response.on('close', onOver)
    if (isPaused) response.pause()
    setPaused = (paused) => (paused ? response.pause() : response.resume())
  })
  let setPaused = (paused: boolean) => {
    isPaused = paused
  }
  sent.on('error', onOver)
  sent.end()
  return { pause: () => setPaused(true), resume: () => setPaused(false), close: () => sent.destroy() }
}

/** `chat.stream` as a tRPC client reads it over WebSocket, by hand. */
export function connectOverWebSocket(options: StreamOptions): StreamConnection {
  const { url, cursor, onEvents } = options
  const onOver = once(options.onOver)
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/trpc`)
  socket.on('open', () => {
    const input = { ...inputOf(options), ...(cursor && { lastEventId: cursor }) }
    socket.send(JSON.stringify({ id: 1, method: 'subscription', params: { path: 'chat.stream', input } }))
  })
  socket.addEventListener('message', ({ data }) => {
    if (typeof data !== 'string') return
    if (data === 'PING') return socket.send('PONG')
    const json: unknown = JSON.parse(data)
    const message = socketMessageSchema.safeParse(json)
    if (message.success) onEvents(message.data.result.data.data, message.data.result.data.id)
    else if (socketErrorSchema.safeParse(json).success) socket.terminate()
  })
  socket.on('error', onOver)
  socket.on('close', onOver)
  return { pause: () => socket.pause(), resume: () => socket.resume(), close: () => socket.terminate() }
}

function inputOf({ conversationId }: StreamOptions) {
  return { withoutWorkspace: true, conversation: { id: conversationId } }
}

function once(callback: () => void): () => void {
  let isCalled = false
  return () => {
    if (!isCalled) callback()
    isCalled = true
  }
}
