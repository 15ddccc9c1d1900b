import type { Timers } from '../../timers.ts'

/** A clock that stands still until it is told. */
export interface FakeClock {
  readonly timers: Timers
  readonly now: () => number
  /** Lets time pass: timers that come due run in order, and what they set going goes on until it waits again. */
  advance(ms: number): Promise<void>
  /** How many timers wait. */
  readonly waiting: number
}

/** Lets promises that are settled be heard. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve()
}

/** @see FakeClock */
export function createFakeClock(): FakeClock {
  let now = 1_000_000
  let timers: { readonly at: number; readonly callback: () => void }[] = []
  return {
    now: () => now,
    timers: {
      after(delayMs, callback) {
        const timer = { at: now + delayMs, callback }
        timers.push(timer)
        return () => {
          timers = timers.filter((other) => other !== timer)
        }
      },
    },
    async advance(ms) {
      const until = now + ms
      await settle()
      for (;;) {
        const [next] = timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)
        if (!next) break
        timers = timers.filter((timer) => timer !== next)
        now = Math.max(now, next.at)
        next.callback()
        await settle()
      }
      now = until
    },
    get waiting() {
      return timers.length
    },
  }
}
