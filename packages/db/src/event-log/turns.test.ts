import { expect, it } from 'vitest'
import { createTurns } from './turns.ts'

it('[SUB3] gives one turn of the loop to one who waits, the first one first', async () => {
  const scheduled: (() => void)[] = []
  const nextTurn = createTurns((callback) => scheduled.push(callback))
  const served: string[] = []
  for (const name of ['a', 'b', 'c']) void nextTurn().then(() => served.push(name))
  for (const expected of [['a'], ['a', 'b'], ['a', 'b', 'c']]) {
    expect(scheduled).toHaveLength(1)
    scheduled.pop()?.()
    await Promise.resolve()
    expect(served).toEqual(expected)
  }
  expect(scheduled).toEqual([])
})
