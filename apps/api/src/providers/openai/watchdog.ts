import type { Clock } from '../clock.ts'

/**
 * One deadline that can be moved. Moving it later is as cheap as reading the clock: the timer that runs already
 * finds the later time when it fires and waits for the rest.
 */
export class Watchdog {
  readonly #clock: Clock
  readonly #onExpired: () => void
  #expiresAt = Number.POSITIVE_INFINITY
  #firesAt = Number.POSITIVE_INFINITY
  #cancel: (() => void) | undefined

  constructor(clock: Clock, onExpired: () => void) {
    this.#clock = clock
    this.#onExpired = onExpired
  }

  /** Expires `ms` from now, whatever was said before. */
  expectWithin(ms: number): void {
    this.#expiresAt = this.#clock.now() + ms
    if (this.#expiresAt < this.#firesAt) this.#arm()
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = undefined
    this.#expiresAt = Number.POSITIVE_INFINITY
    this.#firesAt = Number.POSITIVE_INFINITY
  }

  #arm(): void {
    this.#cancel?.()
    this.#firesAt = this.#expiresAt
    this.#cancel = this.#clock.after(Math.max(0, this.#expiresAt - this.#clock.now()), () => {
      this.#firesAt = Number.POSITIVE_INFINITY
      if (this.#clock.now() < this.#expiresAt) return this.#arm()
      this.stop()
      this.#onExpired()
    })
  }
}
