/**
 * A part of the page that is fetched after the first paint. `get` and `subscribe` make it an observable of the part,
 * undefined until it is there.
 */
export interface LatePart<Part> {
  get(): Part | undefined
  subscribe(listener: () => void): () => void
  /** Fetches the part, once. Rejects where that fails; the next call tries again. */
  load(): Promise<void>
}

/** A part that `fetchPart`, a dynamic import, brings. Nothing is fetched before `load` is called. */
export function createLatePart<Part>(fetchPart: () => Promise<Part>): LatePart<Part> {
  const listeners = new Set<() => void>()
  let part: Part | undefined
  let loading: Promise<void> | null = null

  const fetchOnce = async () => {
    try {
      part = await fetchPart()
    } finally {
      loading = null
    }
    for (const listener of listeners) listener()
  }
  return {
    get: () => part,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    load() {
      if (part !== undefined) return Promise.resolve()
      loading ??= fetchOnce()
      return loading
    },
  }
}

/**
 * Fetches parts once the page has nothing else to do, and then takes the steps of what is to be done in advance, each
 * when it is idle again. A part that can't be fetched now is fetched when it is needed.
 */
export function loadWhenIdle(parts: readonly LatePart<unknown>[], inAdvance: Iterator<unknown>): void {
  const step = () => {
    if (!inAdvance.next().done) whenIdle(step)
  }
  whenIdle(() => {
    for (const part of parts) part.load().catch(() => undefined)
    whenIdle(step)
  })
}

function whenIdle(callback: () => void): void {
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in window) window.requestIdleCallback(callback, { timeout: 2000 })
  else setTimeout(callback, 300)
}
