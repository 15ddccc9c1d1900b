import type { Frames } from '../frames.ts'
import type { Observable } from '../observable.ts'

/**
 * Observables computed from a state that is kept elsewhere. A change is announced by touching keys; listeners hear
 * of it once per frame, and only where the computed value is another. @see SPEC.md STORE2
 */
export interface Cells {
  /**
   * The observable of `key`. `compute` gets its last value and returns that very value where nothing has changed.
   * Two observables of one key are both told.
   */
  cell<Value>(key: string, compute: (previous: Value | undefined) => Value): Observable<Value>
  /** The values of these keys may have changed: looks at the next frame. */
  touch(...keys: readonly string[]): void
  /** As `touch`, for every key that begins with `prefix`. */
  touchUnder(prefix: string): void
  /** Publishes what was touched now, without waiting for the frame. */
  flush(): void
  /** What follows `prefix` in the keys that someone listens to. */
  watchedUnder(prefix: string): string[]
  /** Whether anyone listens to a key that begins with `prefix`. */
  isWatched(prefix: string): boolean
  dispose(): void
}

interface Watched {
  /** Computes again; says whether the value is another. */
  refresh(): boolean
  notify(): void
}

/** @see Cells */
export function createCells(frames: Frames): Cells {
  const watched = new Map<string, Set<Watched>>()
  let dirty = new Set<string>()
  let cancelFrame: (() => void) | undefined
  let isDisposed = false

  function flush(): void {
    cancelFrame?.()
    cancelFrame = undefined
    const keys = dirty
    dirty = new Set()
    const changed: Watched[] = []
    // All values first, then the listeners: a listener that reads a second observable finds the same moment.
    for (const key of keys) for (const cell of watched.get(key) ?? []) if (cell.refresh()) changed.push(cell)
    for (const cell of changed) cell.notify()
  }

  function touch(...keys: readonly string[]): void {
    if (isDisposed) return
    for (const key of keys) if (watched.has(key)) dirty.add(key)
    if (dirty.size > 0 && !cancelFrame) {
      cancelFrame = frames.request(() => {
        cancelFrame = undefined
        flush()
      })
    }
  }

  function watch(key: string, cell: Watched): () => void {
    const cells = watched.get(key) ?? new Set()
    watched.set(key, cells.add(cell))
    return () => {
      cells.delete(cell)
      if (cells.size === 0 && watched.get(key) === cells) watched.delete(key)
    }
  }

  return {
    cell(key, compute) {
      return createCell(compute, (cell) => watch(key, cell))
    },
    touch,
    // The helpers of iterators are younger than the browsers that are served.
    touchUnder(prefix) {
      touch(...[...watched.keys()].filter((key) => key.startsWith(prefix)))
    },
    flush,
    watchedUnder: (prefix) =>
      [...watched.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)),
    isWatched: (prefix) => [...watched.keys()].some((key) => key.startsWith(prefix)),
    dispose() {
      isDisposed = true
      cancelFrame?.()
      dirty.clear()
    },
  }
}

function createCell<Value>(
  compute: (previous: Value | undefined) => Value,
  watch: (cell: Watched) => () => void,
): Observable<Value> {
  let current = compute(undefined)
  const listeners = new Set<{ readonly call: () => void }>()
  let unwatch: (() => void) | undefined

  function refresh(): boolean {
    const previous = current
    current = compute(previous)
    return !Object.is(current, previous)
  }

  const cell: Watched = {
    refresh,
    notify() {
      for (const listener of [...listeners]) {
        try {
          listener.call()
        } catch (error) {
          // One view's mistake must not keep the others from hearing.
          queueMicrotask(() => {
            throw error
          })
        }
      }
    },
  }

  return {
    get() {
      // Without listeners nothing is published, so the newest is computed on demand.
      if (!unwatch) refresh()
      return current
    },
    subscribe(call) {
      const listener = { call }
      if (!unwatch) {
        refresh()
        unwatch = watch(cell)
      }
      listeners.add(listener)
      return () => {
        if (!listeners.delete(listener) || listeners.size > 0) return
        unwatch?.()
        unwatch = undefined
      }
    },
  }
}
