/** Time and timers, so that tests can hold them still. */
export interface Clock {
  /** Milliseconds that only grow; their zero means nothing. */
  now(): number
  /** Calls back once, `ms` from now, unless the function it returns is called before. */
  after(ms: number, callback: () => void): () => void
}

/** The process's own time. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
}

/** Resolves `true` after `ms`, or `false` as soon as `signal` is aborted. */
export function waitFor(clock: Clock, ms: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false)
    const onAbort = () => {
      cancel()
      resolve(false)
    }
    const cancel = clock.after(ms, () => {
      signal.removeEventListener('abort', onAbort)
      resolve(true)
    })
    signal.addEventListener('abort', onAbort, { once: true })
  })
}
