import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeClock } from '../fake-clock.ts'
import { Watchdog } from './watchdog.ts'

describe('Watchdog', () => {
  const onExpired = vi.fn()
  beforeEach(() => onExpired.mockReset())

  it('expires once, at its time', () => {
    const clock = new FakeClock()
    new Watchdog(clock, onExpired).expectWithin(100)
    clock.advance(99)
    expect(onExpired).not.toHaveBeenCalled()
    clock.advance(1000)
    expect(onExpired).toHaveBeenCalledTimes(1)
  })

  it('does not expire while it is moved on in time, and needs one timer for that', () => {
    const clock = new FakeClock()
    const watchdog = new Watchdog(clock, onExpired)
    for (let count = 0; count < 100; count++) {
      watchdog.expectWithin(100)
      expect(clock.pendingCount).toBe(1)
      clock.advance(90)
    }
    expect(onExpired).not.toHaveBeenCalled()
    clock.advance(10)
    expect(onExpired).toHaveBeenCalledTimes(1)
  })

  it('can be moved to an earlier time', () => {
    const clock = new FakeClock()
    const watchdog = new Watchdog(clock, onExpired)
    watchdog.expectWithin(1000)
    watchdog.expectWithin(10)
    clock.advance(10)
    expect(onExpired).toHaveBeenCalledTimes(1)
    clock.advance(1000)
    expect(onExpired).toHaveBeenCalledTimes(1)
  })

  it('leaves no timer when it is stopped', () => {
    const clock = new FakeClock()
    const watchdog = new Watchdog(clock, onExpired)
    watchdog.expectWithin(10)
    watchdog.stop()
    expect(clock.pendingCount).toBe(0)
    clock.advance(100)
    expect(onExpired).not.toHaveBeenCalled()
  })
})
