import { expect, test } from 'vitest'
import { reasoningLabel } from './reasoning-label.ts'

test.each([
  [{ isRunning: true, seconds: null }, 'Thinking…'],
  [{ isRunning: true, seconds: 0 }, 'Thinking…'],
  [{ isRunning: true, seconds: 12 }, 'Thinking… 12 s'],
  [{ isRunning: false, seconds: null }, 'Thoughts'],
  [{ isRunning: false, seconds: 0 }, 'Thought for a moment'],
  [{ isRunning: false, seconds: 12 }, 'Thought for 12 s'],
  [{ isRunning: false, seconds: 125 }, 'Thought for 2 min 5 s'],
])('[RUN12] %o is said as “%s”', (thought, label) => {
  expect(reasoningLabel(thought)).toBe(label)
})
