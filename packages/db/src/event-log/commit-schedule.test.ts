import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createCommitSchedule } from './commit-schedule.ts'

function setUp() {
  const state = { now: 0, commits: 0, waits: [] as number[] }
  const schedule = createCommitSchedule({
    now: () => state.now,
    after: (ms, callback) => {
      state.waits.push(ms)
      state.now += ms
      callback()
    },
  })
  return { state, commit: () => schedule(() => (state.commits += 1)) }
}

it('[LOG3] an idle log commits at the end of the turn, however often it has before', async () => {
  const { state, commit } = setUp()
  for (let turn = 0; turn < 100; turn++) {
    state.now += 10
    commit()
    await nextTurn()
    expect(state.commits).toBe(turn + 1)
  }
  expect(state.waits).toEqual([])
})

it('[LOG3] under load a commit waits a few milliseconds for others to share it', async () => {
  const { state, commit } = setUp()
  for (let turn = 0; turn < 108; turn++) commit()
  await nextTurn()
  expect(state.commits).toBe(108)
  expect(state.waits).toHaveLength(100)
  expect(Math.max(...state.waits)).toBeLessThanOrEqual(4)
  expect(state.now).toBeCloseTo(400)
})

it('[LOG3] after the load it commits at once again', async () => {
  const { state, commit } = setUp()
  for (let turn = 0; turn < 20; turn++) commit()
  state.waits = []
  state.now += 8
  commit()
  expect(state.waits).toEqual([])
})
