import type { FirstTokenJob } from './load-job.ts'
import { createWordsCheck } from './token-check.ts'
import { openClients } from './turns.ts'

/** Turns that come first and are not counted: what they find is cold. */
const warmUpTurns = 20

/** Asks each server in turn, so that whatever the machine does besides meets all of them alike. */
export async function runFirstToken(job: FirstTokenJob): Promise<number[][]> {
  const servers = job.targets.map(openClients)
  const times: number[][] = servers.map(() => [])
  for (let turn = -warmUpTurns; turn < job.turns; turn++) {
    for (const [index, server] of servers.entries()) {
      const [client] = await server.prepare(1)
      if (!client) throw new Error('there is no client')
      await client.open()
      const check = createWordsCheck(job.tokens)
      const startedAt = performance.now()
      let firstMs: number | undefined
      await client.turn(job.model, (text) => {
        firstMs ??= performance.now() - startedAt
        check.take(text)
      })
      check.end()
      if (turn >= 0 && firstMs !== undefined) times[index]?.push(firstMs)
    }
  }
  return times
}
