import type { ServerResponse } from 'node:http'
import type { FastifyReply } from 'fastify'
import { streamHeaders } from '../door/door.ts'

/** How soon an EventSource that lost its connection tries again. */
const retryMs = 200
/** The longest that one waits which the server sent away at its restart. */
const maxSpreadMs = 2_000

/** From this length on, in UTF-16 units, text is made bytes before it waits for the network: there it takes up three times as much. */
const longFrames = 16_384

/** An open `text/event-stream` answer. */
export interface EventStreamResponse {
  /** Aborts when the peer is gone. */
  readonly signal: AbortSignal
  /** Writes whole frames. */
  write(frames: string): void
  /** False while the peer has not taken what it was sent. */
  hasRoom(): boolean
  /** Resolves when there is room again, or the peer is gone. Waiting for it, a slow reader slows only itself (SUB3). */
  untilRoom(): Promise<void>
  end(): void
  /** Ends it so that the peer comes back after a while that is left to chance: not all in the same moment (SUB7). */
  endForNow(): void
}

/**
 * Takes the answer out of the framework's hands and begins an event stream on it. A peer that takes nothing of what
 * it was sent for `stalledReaderMs` is cut off: it comes back with its cursor, or not at all (SUB3).
 */
export function openEventStream(
  reply: FastifyReply,
  { stalledReaderMs }: { stalledReaderMs: number },
): EventStreamResponse {
  reply.hijack()
  const response = reply.raw
  response.writeHead(200, streamHeaders())
  response.write(`retry: ${retryMs}\n\n`)
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  // A peer may have left while its answer was being made.
  if (response.destroyed) gone.abort()
  // The socket's own timer: it counts bytes that the peer takes of a long write as a sign of life.
  response.setTimeout(stalledReaderMs, () => {
    if (response.writableNeedDrain) response.destroy()
  })
  return {
    signal: gone.signal,
    write(frames) {
      if (gone.signal.aborted) return
      response.write(frames.length > longFrames ? Buffer.from(frames) : frames)
    },
    hasRoom: () => gone.signal.aborted || !response.writableNeedDrain,
    untilRoom: () => roomIn(response, gone.signal),
    end: () => response.end(),
    endForNow: () => response.end(`retry: ${Math.round(retryMs + Math.random() * (maxSpreadMs - retryMs))}\n\n`),
  }
}

function roomIn(response: ServerResponse, gone: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done)
      gone.removeEventListener('abort', done)
      resolve()
    }
    response.on('drain', done)
    gone.addEventListener('abort', done)
  })
}
