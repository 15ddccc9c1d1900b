import type { ServerResponse } from 'node:http'
import type { TokenBuffers } from './play-fast.ts'
import { createWire } from './wire.ts'

/** What a paced reply is made of. */
export interface PacedReply {
  readonly model: string
  readonly tokenCount: number
  readonly tokensPerSecond: number
  /** Each token's text is ` t` and the epoch milliseconds at which it was due, for measuring lateness. */
  readonly stamped: boolean
  readonly wantsUsage: boolean
}

interface PacedStream extends PacedReply {
  readonly response: ServerResponse
  readonly buffers: TokenBuffers
  readonly startedAt: number
  sent: number
}

const tickMs = 4

/** Sends many streams at a steady rate each, on one timer. */
export class Pacer {
  readonly #streams = new Set<PacedStream>()
  #timer: NodeJS.Timeout | undefined

  /** Starts a stream. It ends by itself, or when the peer goes. */
  add(response: ServerResponse, buffers: TokenBuffers, reply: PacedReply): void {
    response.write(buffers.first)
    const stream = { ...reply, response, buffers, startedAt: Date.now(), sent: 0 }
    this.#streams.add(stream)
    response.once('close', () => this.#remove(stream))
    this.#timer ??= setInterval(() => this.#tick(), tickMs)
  }

  #tick(): void {
    const now = Date.now()
    for (const stream of this.#streams) advance(stream, now)
  }

  #remove(stream: PacedStream): void {
    this.#streams.delete(stream)
    if (this.#streams.size > 0) return
    clearInterval(this.#timer)
    this.#timer = undefined
  }
}

function advance(stream: PacedStream, now: number): void {
  const { response, buffers } = stream
  if (response.destroyed || response.writableEnded || response.writableNeedDrain) return
  const due = Math.min(Math.floor(((now - stream.startedAt) * stream.tokensPerSecond) / 1000), stream.tokenCount)
  for (; stream.sent < due; stream.sent++) response.write(stream.stamped ? stamp(stream) : plain(stream))
  if (stream.sent === stream.tokenCount) response.end(buffers.ending(stream.tokenCount, stream.wantsUsage))
}

function plain({ buffers, sent }: PacedStream): Buffer {
  return buffers.tokens[sent % buffers.tokens.length] ?? buffers.first
}

function stamp(stream: PacedStream): string {
  const dueAt = stream.startedAt + Math.round(((stream.sent + 1) * 1000) / stream.tokensPerSecond)
  return createWire(stream.model).content(` t${dueAt}`)
}
