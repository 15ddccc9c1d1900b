/** Where delays come from: the platform's timers, or a fake clock in tests. */
export interface Timers {
  /** Calls back once, `delayMs` from now; returns what cancels it. */
  after(delayMs: number, callback: () => void): () => void
}

/** The platform's own timers. */
export const platformTimers: Timers = {
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}

/** Timers that can all be ended at once; after that, none is set any more. */
export interface OwnedTimers extends Timers {
  dispose(): void
}

/** Wraps `timers` so that whoever owns the wrapper can end everything that was set through it. */
export function ownTimers(timers: Timers): OwnedTimers {
  const cancels = new Set<() => void>()
  let isDisposed = false
  return {
    after(delayMs, callback) {
      if (isDisposed) return () => undefined
      const cancelTimer = timers.after(delayMs, () => {
        cancels.delete(cancel)
        callback()
      })
      const cancel = () => {
        cancels.delete(cancel)
        cancelTimer()
      }
      cancels.add(cancel)
      return cancel
    },
    dispose() {
      isDisposed = true
      for (const cancel of cancels) cancel()
    },
  }
}
