/** An observable of when the reader's day began, in epoch milliseconds: it changes at midnight. */
export interface Today {
  get(): number
  subscribe(listener: () => void): () => void
}

/** @see Today */
export function createToday(now: () => number = Date.now): Today {
  const listeners = new Set<() => void>()
  let from = startOfDay(now())
  let timer: ReturnType<typeof setTimeout> | undefined

  function wait(): void {
    clearTimeout(timer)
    timer = setTimeout(look, Math.max(1, startOfDay(now(), 1) - now()))
  }

  function look(): void {
    wait()
    const next = startOfDay(now())
    if (next === from) return
    from = next
    for (const listener of [...listeners]) listener()
  }

  return {
    get() {
      if (listeners.size === 0) from = startOfDay(now())
      return from
    },
    subscribe(listener) {
      if (listeners.size === 0) {
        from = startOfDay(now())
        wait()
        // A machine that slept may have slept through the timer.
        globalThis.document?.addEventListener('visibilitychange', look)
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        clearTimeout(timer)
        globalThis.document?.removeEventListener('visibilitychange', look)
      }
    },
  }
}

function startOfDay(atMs: number, daysLater = 0): number {
  const date = new Date(atMs)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + daysLater).getTime()
}
