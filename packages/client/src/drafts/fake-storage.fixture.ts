import type { KeyValue } from './key-value.ts'

/** A storage in memory that can run full. */
export function fakeStorage(): KeyValue & { readonly items: Map<string, string>; isFull: boolean } {
  const items = new Map<string, string>()
  return {
    items,
    isFull: false,
    getItem: (key) => items.get(key) ?? null,
    setItem(key, value) {
      if (this.isFull) throw new DOMException('full', 'QuotaExceededError')
      items.set(key, value)
    },
    removeItem: (key) => void items.delete(key),
  }
}

function deny(): never {
  throw new DOMException('denied', 'SecurityError')
}

/** A storage that a browser's settings forbid. */
export const forbiddenStorage: KeyValue = { getItem: deny, setItem: deny, removeItem: deny }
