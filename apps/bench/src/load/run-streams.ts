import { setTimeout as sleep } from 'node:timers/promises'
import type { StreamsJob, StreamsResult } from './load-job.ts'
import { createStampCheck, createWordsCheck } from './token-check.ts'
import { openClients } from './turns.ts'

/** Prepares a client for each stream; what it returns runs them. */
export async function prepareStreams(job: StreamsJob, onAllOpen: () => void): Promise<() => Promise<StreamsResult>> {
  const clients = await openClients(job.target).prepare(job.streams)
  const latenessMs: number[] = []
  let openCount = 0

  const check = () =>
    job.stampIntervalMs === undefined
      ? createWordsCheck(job.tokens)
      : createStampCheck({
          tokens: job.tokens,
          intervalMs: job.stampIntervalMs,
          onLateness: (ms) => latenessMs.push(ms),
        })

  const runOne = async (client: (typeof clients)[number], index: number) => {
    if (job.rampMs > 0) await sleep((job.rampMs * index) / job.streams)
    const tokens = check()
    let isOpen = false
    await client.turn(job.model, (text) => {
      tokens.take(text)
      if (isOpen) return
      isOpen = true
      openCount += 1
      if (openCount === job.streams) onAllOpen()
    })
    tokens.end()
  }

  return async () => {
    const startedAt = performance.now()
    await Promise.all(clients.map(runOne))
    const seconds = (performance.now() - startedAt) / 1000
    return { tokens: job.streams * job.tokens, seconds, latenessMs: latenessMs.sort((a, b) => a - b) }
  }
}
