import { pino } from 'pino'
import { expect, it } from 'vitest'
import { FakeClock } from '../providers/fake-clock.ts'
import { keepUp } from './keep-up.ts'

/** Resolves when what was started has come to its next wait. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

it('[LOG5] does upkeep at once and every minute, also after one that failed, until it is told to end', async () => {
  const clock = new FakeClock()
  const stop = new AbortController()
  let rounds = 0
  const database = {
    async upkeep() {
      rounds += 1
      if (rounds === 2) throw new Error('the disk is full')
      return { prunedEvents: 0, purgedConversations: 0, purgedFiles: 0, indexedMessages: 0 }
    },
  }
  const over = keepUp({ database, logger: pino({ level: 'silent' }), signal: stop.signal, clock })
  for (const expected of [1, 2, 3]) {
    await settled()
    expect(rounds).toBe(expected)
    clock.advance(59_999)
    await settled()
    expect(rounds).toBe(expected)
    clock.advance(1)
  }
  stop.abort()
  await over
  expect(clock.pendingCount).toBe(0)
})
