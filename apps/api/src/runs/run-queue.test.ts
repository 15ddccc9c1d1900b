import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRunQueue, type RunQueue } from './run-queue.ts'

const limits = { maxRuns: 2, maxRunsPerOwner: 2, maxQueuedRunsPerOwner: 100 }

function admitAll(queue: RunQueue, ...runIds: string[]) {
  return runIds.map((runId) => queue.admit({ runId, ownerId: runId.slice(0, 1) }))
}

describe('the queue of runs', () => {
  it('[RUN7] a run starts at once where there is a slot, and waits where there is none', () => {
    const queue = createRunQueue(limits)
    expect(admitAll(queue, 'a1', 'a2', 'a3')).toEqual(['started', 'started', 'queued'])
    expect(queue.leave('a1')).toEqual(['a3'])
    expect(queue.leave('a3')).toEqual([])
  })

  it('[RUN7] within an owner the first come is the first served', () => {
    const queue = createRunQueue({ ...limits, maxRuns: 1 })
    admitAll(queue, 'a1', 'a2', 'a3', 'a4')
    expect(['a1', 'a2', 'a3'].flatMap((runId) => queue.leave(runId))).toEqual(['a2', 'a3', 'a4'])
  })

  it('[RUN7] owners take turns: many runs of one do not keep another waiting', () => {
    const queue = createRunQueue({ ...limits, maxRuns: 1 })
    admitAll(queue, 'a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1')
    const order = ['a1']
    for (let runId = order[0]; runId !== undefined; runId = queue.leave(runId)[0]) if (runId !== 'a1') order.push(runId)
    expect(order).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4'])
  })

  it('[RUN7] an owner at its own limit waits while others start', () => {
    const queue = createRunQueue({ maxRuns: 3, maxRunsPerOwner: 1, maxQueuedRunsPerOwner: 9 })
    expect(admitAll(queue, 'a1', 'a2', 'b1')).toEqual(['started', 'queued', 'started'])
    expect(queue.leave('b1')).toEqual([])
    expect(queue.leave('a1')).toEqual(['a2'])
  })

  it('[RUN7] what waits can leave, and does not take a slot with it', () => {
    const queue = createRunQueue({ ...limits, maxRuns: 1 })
    admitAll(queue, 'a1', 'a2', 'a3')
    expect(queue.leave('a2')).toEqual([])
    expect(queue.leave('a1')).toEqual(['a3'])
    expect(queue.leave('unknown')).toEqual([])
  })

  it('[RUN7] an owner has so many waiting and no more', () => {
    const queue = createRunQueue({ ...limits, maxRuns: 1, maxQueuedRunsPerOwner: 1 })
    expect(admitAll(queue, 'a1', 'a2', 'a3', 'b1')).toEqual(['started', 'queued', 'refused', 'queued'])
    expect(queue.leave('a3')).toEqual([])
    expect(
      createRunQueue({ ...limits, maxRuns: 1, maxQueuedRunsPerOwner: 0 }).admit({ runId: 'a', ownerId: 'a' }),
    ).toBe('started')
  })

  it('[RUN7] no limit is ever broken, no slot stays free that somebody could use, and everybody gets one in the end', () => {
    const step = fc.record({ owner: fc.constantFrom('a', 'b', 'c'), leaves: fc.boolean(), which: fc.nat() })
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        (steps, maxRuns, maxRunsPerOwner) => {
          const queue = createRunQueue({ maxRuns, maxRunsPerOwner, maxQueuedRunsPerOwner: 5 })
          const started = new Set<string>()
          const waiting = new Set<string>()
          const count = (runs: Set<string>, owner: string) => [...runs].filter((id) => id.startsWith(owner)).length
          const leave = (runId: string) => {
            started.delete(runId)
            waiting.delete(runId)
            for (const id of queue.leave(runId)) {
              expect(waiting.delete(id)).toBe(true)
              started.add(id)
            }
          }
          const check = () => {
            expect(started.size).toBeLessThanOrEqual(maxRuns)
            for (const owner of ['a', 'b', 'c']) {
              expect(count(started, owner)).toBeLessThanOrEqual(maxRunsPerOwner)
              const couldUse = count(waiting, owner) > 0 && count(started, owner) < maxRunsPerOwner
              expect(couldUse && started.size < maxRuns).toBe(false)
            }
          }
          for (const [index, { owner, leaves, which }] of steps.entries()) {
            const known = [...started, ...waiting]
            const gone = known[which % Math.max(1, known.length)]
            if (leaves && gone !== undefined) leave(gone)
            else {
              const runId = `${owner}${index}`
              const admission = queue.admit({ runId, ownerId: owner })
              if (admission === 'started') started.add(runId)
              if (admission === 'queued') waiting.add(runId)
            }
            check()
          }
          while (started.size > 0) {
            leave([...started][0] ?? '')
            check()
          }
          expect(waiting.size).toBe(0)
        },
      ),
    )
  })
})
