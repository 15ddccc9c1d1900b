import type { ServerResponse } from 'node:http'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type { Step } from './reply.ts'

/** How a stream is put on the socket. */
export interface Pace {
  /** Waited before each event. */
  readonly delayMs: number
  /** Bytes per write: a number, `uneven` for a fixed pattern of sizes, or one write per event. */
  readonly chunking: number | 'uneven' | 'events'
}

const unevenSizes = [1, 7, 2, 31, 3, 90, 1, 1, 13, 250]
const commentIntervalMs = 10

/** Plays the steps of a stream until their end, or until the peer is gone. */
export async function playSteps(response: ServerResponse, steps: Iterable<Step>, pace: Pace): Promise<void> {
  let writeCount = 0
  const send = async (text: string) => {
    for (const piece of pieces(Buffer.from(text), pace.chunking, () => writeCount++)) {
      if (response.destroyed) return
      response.write(piece)
      if (pace.chunking !== 'events') await nextTurn()
    }
    if (response.writableNeedDrain) await drained(response)
  }
  for (const step of steps) {
    if (response.destroyed) return
    switch (step.do) {
      case 'write':
        if (pace.delayMs > 0) await sleep(pace.delayMs)
        await send(step.text)
        break
      case 'wait':
        await sleep(step.ms)
        break
      case 'stall':
        while (step.comment !== undefined && !response.destroyed) {
          await send(step.comment)
          await sleep(commentIntervalMs)
        }
        return
      case 'cut':
        await flushed(response)
        response.socket?.destroy()
        return
    }
  }
  response.end()
}

function* pieces(bytes: Buffer, chunking: Pace['chunking'], nextIndex: () => number): Iterable<Buffer> {
  for (let start = 0; start < bytes.length; ) {
    const size =
      chunking === 'events'
        ? bytes.length
        : chunking === 'uneven'
          ? (unevenSizes[nextIndex() % unevenSizes.length] ?? 1)
          : chunking
    yield bytes.subarray(start, start + size)
    start += size
  }
}

/** Resolves when what was written has left the process, or the peer is gone. */
function flushed(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => response.write(': flushed\n\n', () => resolve()))
}

/** Resolves when the peer has read on, or is gone. */
export function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done)
      response.off('close', done)
      resolve()
    }
    response.once('drain', done)
    response.once('close', done)
  })
}
