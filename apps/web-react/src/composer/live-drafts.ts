import type { Drafts as StoredDrafts } from '@livetype/client'
import type { Drafts } from '../services.ts'

/** Stored drafts whose changes are told, so that what code writes shows in the composer too. */
export function createLiveDrafts(stored: StoredDrafts): Drafts {
  const listeners = new Set<() => void>()
  return {
    get: (conversationId) => stored.read(conversationId),
    set(conversationId, text) {
      stored.write(conversationId, text)
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
