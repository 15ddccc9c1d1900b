import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchSeconds } from './watch-seconds.ts'

beforeEach(() => void vi.useFakeTimers({ now: 10_000 }))
afterEach(() => void vi.useRealTimers())

test('tells each second once, at the second, until it is ended', () => {
  const told: number[] = []
  const end = watchSeconds(9_700, (seconds) => told.push(seconds))
  vi.advanceTimersByTime(699)
  expect(told).toEqual([0])
  vi.advanceTimersByTime(1)
  expect(told).toEqual([0, 1])
  vi.advanceTimersByTime(2_000)
  end()
  vi.advanceTimersByTime(5_000)
  expect(told).toEqual([0, 1, 2, 3])
})

test('counts from now where another clock is ahead', () => {
  const told: number[] = []
  const end = watchSeconds(70_000, (seconds) => told.push(seconds))
  expect(told).toEqual([0])
  end()
})
