/** Where small texts are kept: the browser's `localStorage`, or a map in tests. Any of it may throw. */
export interface KeyValue {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** What is kept under `key`; empty where there is nothing, or where reading is forbidden. */
export function readKept(storage: KeyValue | null, key: string): string {
  try {
    return storage?.getItem(key) ?? ''
  } catch {
    return '' // Forbidden here: as if nothing had been kept.
  }
}

/** Keeps a text; an empty one is forgotten. */
export function keep(storage: KeyValue | null, key: string, text: string): void {
  try {
    if (text === '') storage?.removeItem(key)
    else storage?.setItem(key, text)
  } catch {
    // Full or forbidden: what the page itself knows is good for as long as it lives, and no draft is worth an error.
  }
}
