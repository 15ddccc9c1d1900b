/** A small text that outlives the page where storage allows, and is shared by the tabs of one browser. */
export interface StoredValue {
  get(): string | null
  subscribe(listener: () => void): () => void
  /** Null forgets it. */
  set(value: string | null): void
}

/** The names under which the clients keep what a person chose. Both clients share them. */
export const storageKeys = {
  /** The id of the model chosen last. */
  model: 'livetype.model',
  /** The ids of the models that answer side by side. @see comparison.ts */
  comparison: 'livetype.comparison',
  /** `open` or `closed`, on a wide screen. */
  sidebar: 'livetype.sidebar',
  /** Anything: the demo's notice was dismissed. */
  demoDismissed: 'livetype.demo-dismissed',
  /** `on`: long replies are told of outside of the page, where the browser allows it. */
  notices: 'livetype.notices',
  /** What is set for the conversation to come, as JSON. */
  configuration: 'livetype.configuration',
} as const

/** Makes a stored value. Storage that is full or forbidden costs the memory of it, nothing else. */
export function createStoredValue(
  key: string,
  host: Pick<Window, 'localStorage' | 'addEventListener'> = window,
): StoredValue {
  const listeners = new Set<() => void>()
  const read = () => {
    try {
      return host.localStorage.getItem(key)
    } catch {
      // With cookies blocked the mere access throws.
      return null
    }
  }
  let value = read()
  const change = (next: string | null) => {
    if (next === value) return
    value = next
    for (const listener of listeners) listener()
  }
  host.addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) change(read())
  })
  return {
    get: () => value,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(next) {
      try {
        if (next === null) host.localStorage.removeItem(key)
        else host.localStorage.setItem(key, next)
      } catch {
        // Holds until the page is left.
      }
      change(next)
    },
  }
}
