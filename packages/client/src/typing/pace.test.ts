import { describe, expect, test } from 'vitest'
import { initialPace, type Pace, paceAfter, releaseLength } from './pace.ts'

describe('releaseLength', () => {
  test('gives a backlog out within about 250 ms', () => {
    expect(releaseLength({ arrivalRate: 0, backlog: 250, frameAtMs: 0 }, 16)).toBeCloseTo(16)
  })

  test('is as fast as the text arrives', () => {
    expect(releaseLength({ arrivalRate: 0.5, backlog: 20, frameAtMs: 0 }, 16)).toBeCloseTo(8)
  })

  test('is never more than there is', () => {
    expect(releaseLength({ arrivalRate: 5, backlog: 3, frameAtMs: 0 }, 16)).toBe(3)
  })

  test('does not leap after a pause', () => {
    expect(releaseLength({ arrivalRate: 0, backlog: 250, frameAtMs: 0 }, 60_000)).toBeCloseTo(100)
  })

  test('goes back for no clock', () => {
    expect(releaseLength({ arrivalRate: 1, backlog: 9, frameAtMs: 50 }, 20)).toBe(0)
  })
})

describe('paceAfter', () => {
  test('learns the rate at which text arrives, and forgets it', () => {
    let pace: Pace = initialPace
    for (let nowMs = 0; nowMs <= 3000; nowMs += 16) pace = paceAfter(pace, 4, nowMs)
    expect(pace.arrivalRate).toBeCloseTo(4 / 16, 2)
    expect(paceAfter(pace, 0, 13_000).arrivalRate).toBeLessThan(0.001)
  })
})
