import { startMockModel } from '@livetype/mock-model/server'
import { expect, it } from 'vitest'
import { beginProof } from '../proof.ts'
import { runSoak } from './run-soak.ts'

it('[RUN3] [SUB1] five seconds of everything at once: no rule is broken', async () => {
  const { random, createHistory, report } = beginProof()
  await using model = await startMockModel()
  const { faults, replies, samples, shownEvents } = await runSoak({
    durationMs: 5_000,
    streams: 20,
    model,
    history: createHistory(),
    random,
    killingShare: 0.6,
    sampleEveryMs: 500,
    restMs: 400,
  })
  report({ ...faults, replies: replies.length, 'events shown': shownEvents })
  expect(replies.length).toBeGreaterThan(0)
  expect(shownEvents).toBeGreaterThan(0)
  expect(samples.length).toBeGreaterThan(0)
}, 120_000)
