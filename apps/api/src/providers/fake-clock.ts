import type { Clock } from './clock.ts'

/** A clock for tests: time passes only in `advance`. */
export class FakeClock implements Clock {
  #now = 0
  #timers: { at: number; callback: () => void }[] = []

  now(): number {
    return this.#now
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.#now + ms, callback }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  /** Timers that wait. */
  get pendingCount(): number {
    return this.#timers.length
  }

  /** Lets `ms` pass and calls what falls due, in order. */
  advance(ms: number): void {
    const until = this.#now + ms
    for (;;) {
      const next = this.#timers.toSorted((a, b) => a.at - b.at).find((timer) => timer.at <= until)
      if (!next) break
      this.#timers = this.#timers.filter((timer) => timer !== next)
      this.#now = next.at
      next.callback()
    }
    this.#now = until
  }
}
