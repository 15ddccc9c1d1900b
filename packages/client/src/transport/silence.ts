import type { Timers } from '../timers.ts'

/** The server pings every five seconds; a connection that was silent for longer than two of them is dead. */
const inactivityMs = 12_000

/** Waits for a connection to go silent. */
export interface SilenceWatch {
  /** Something was heard of it; the first time begins the wait. */
  hear(): void
  /** Nothing is to be heard any more, or for now. */
  end(): void
}

/**
 * Calls `onSilence` once nothing was heard for twelve seconds. What is heard only notes the time (`now`, milliseconds of
 * a clock that never goes back): a fast reply says something sixty times a second, and a timer for each would cost more
 * than reading it.
 */
export function watchSilence(options: { timers: Timers; now: () => number; onSilence: () => void }): SilenceWatch {
  const { timers, now, onSilence } = options
  let heardAt = 0
  let cancel: (() => void) | undefined

  function wait(delayMs: number): void {
    cancel = timers.after(delayMs, () => {
      cancel = undefined
      const rest = heardAt + inactivityMs - now()
      if (rest > 0) wait(rest)
      else onSilence()
    })
  }

  return {
    hear() {
      heardAt = now()
      if (!cancel) wait(inactivityMs)
    },
    end() {
      cancel?.()
      cancel = undefined
    },
  }
}
