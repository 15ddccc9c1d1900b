import type { ServerResponse } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { drained } from './play-steps.ts'
import { vocabulary } from './tokens.ts'
import { createWire, wireUsage } from './wire.ts'

/** The events of the vocabulary's tokens as bytes, made once for each model. */
export interface TokenBuffers {
  readonly first: Buffer
  readonly tokens: readonly Buffer[]
  ending(tokenCount: number, wantsUsage: boolean): Buffer
}

/** After so many writes other streams have their turn, and a peer that has gone is noticed. */
const writesPerTurn = 64
const made = new Map<string, TokenBuffers>()

/** The buffers for a model's replies, or for one of `tokens`. */
export function tokenBuffers(model: string, tokens?: readonly string[]): TokenBuffers {
  const known = tokens ? undefined : made.get(model)
  if (known) return known
  const wire = createWire(model)
  const buffers: TokenBuffers = {
    first: Buffer.from(wire.role()),
    tokens: (tokens ?? vocabulary).map((token) => Buffer.from(wire.content(token))),
    ending: (tokenCount, wantsUsage) =>
      Buffer.from(wire.finish('stop') + (wantsUsage ? wire.usage(wireUsage(1, tokenCount)) : '') + wire.done()),
  }
  if (!tokens) made.set(model, buffers)
  return buffers
}

/** What a fast reply is made of. */
export interface FastReply {
  readonly tokenCount: number
  /** Tokens per write. */
  readonly batchSize: number
  readonly wantsUsage: boolean
}

/** Sends tokens as fast as the peer takes them. */
export async function playFast(response: ServerResponse, buffers: TokenBuffers, reply: FastReply): Promise<void> {
  response.write(buffers.first)
  let writeCount = 0
  for (let sent = 0; sent < reply.tokenCount; ) {
    const until = Math.min(sent + reply.batchSize, reply.tokenCount)
    response.cork()
    for (; sent < until; sent++) response.write(buffers.tokens[sent % buffers.tokens.length])
    response.uncork()
    if (response.writableNeedDrain) await drained(response)
    else if (++writeCount % writesPerTurn === 0) await nextTurn()
    if (response.destroyed) return
  }
  response.end(buffers.ending(reply.tokenCount, reply.wantsUsage))
}
