/** Where small texts are kept: the browser's `localStorage`, or a map in tests. */
export interface KeyValue {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** What a person has typed and not sent yet, per conversation. Null: the conversation that is still to begin. */
export interface Drafts {
  read(conversationId: string | null): string
  /** An empty text forgets the draft. */
  write(conversationId: string | null, text: string): void
}

const prefix = 'livetype:draft:'

/**
 * Keeps drafts in `storage`. Where it is missing, full or forbidden, they are kept for as long as the page lives:
 * a draft is never worth an error.
 */
export function createDrafts(storage: KeyValue | null): Drafts {
  const inMemory = new Map<string, string>()

  function read(key: string): string {
    const kept = inMemory.get(key)
    if (kept !== undefined) return kept
    try {
      return storage?.getItem(key) ?? ''
    } catch {
      return '' // Reading is forbidden here: as if nothing had been kept.
    }
  }

  function write(key: string, text: string): void {
    try {
      if (text === '') storage?.removeItem(key)
      else storage?.setItem(key, text)
      if (storage) inMemory.delete(key)
      else inMemory.set(key, text)
    } catch {
      inMemory.set(key, text) // Full or forbidden: the older text in the storage is hidden by this one.
    }
  }

  return {
    read: (conversationId) => read(keyOf(conversationId)),
    write: (conversationId, text) => write(keyOf(conversationId), text),
  }
}

/** Ids have eight characters at least, so none is `new`. */
function keyOf(conversationId: string | null): string {
  return `${prefix}${conversationId ?? 'new'}`
}
