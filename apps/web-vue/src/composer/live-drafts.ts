import type { Drafts } from '@livetype/client'

/** Drafts that tell when one was written, so that every view of them shows the same text. */
export interface LiveDrafts {
  get(conversationId: string | null): string
  set(conversationId: string | null, text: string): void
  subscribe(listener: () => void): () => void
}

/** Adds telling to drafts. */
export function createLiveDrafts(drafts: Drafts): LiveDrafts {
  const listeners = new Set<() => void>()
  return {
    get: (conversationId) => drafts.read(conversationId),
    set(conversationId, text) {
      drafts.write(conversationId, text)
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
