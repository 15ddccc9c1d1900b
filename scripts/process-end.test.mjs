import { expect, test } from 'vitest'
import { exitCodeOf } from './process-end.mjs'

test('an exit code stands for itself, a signal for 128 and its number, as shells have it', () => {
  expect(exitCodeOf(7, null)).toBe(7)
  expect(exitCodeOf(0, null)).toBe(0)
  expect(exitCodeOf(null, 'SIGTERM')).toBe(143)
})
