import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createToday } from './today.ts'

beforeEach(() => vi.useFakeTimers({ now: new Date(2026, 10, 22, 23, 59, 50) }))
afterEach(() => vi.useRealTimers())

test('the day changes at midnight, and at the next one', () => {
  const today = createToday()
  const heard = vi.fn()
  const end = today.subscribe(heard)
  expect(today.get()).toBe(new Date(2026, 10, 22).getTime())
  vi.advanceTimersByTime(9_000)
  expect(heard).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1_000)
  expect(heard).toHaveBeenCalledTimes(1)
  expect(today.get()).toBe(new Date(2026, 10, 23).getTime())
  vi.advanceTimersByTime(24 * 3_600_000)
  expect(heard).toHaveBeenCalledTimes(2)
  end()
  expect(vi.getTimerCount()).toBe(0)
})

test('a timer that comes too late, as after a sleep, finds the day that is', () => {
  const today = createToday()
  const end = today.subscribe(() => undefined)
  vi.setSystemTime(new Date(2026, 10, 25, 8))
  vi.advanceTimersByTime(10_000)
  expect(today.get()).toBe(new Date(2026, 10, 25).getTime())
  end()
})
