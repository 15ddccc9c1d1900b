import { type ConversationEntry, createEntry } from './conversation-entry.ts'

/** The conversations that are kept, so that going back to one shows it at once. */
export interface Entries {
  get(conversationId: string): ConversationEntry | undefined
  all(): Iterable<ConversationEntry>
  getOrCreate(conversationId: string, status: 'new' | 'loading'): ConversationEntry
  /** Notes that an entry is in front of the person now. */
  touch(entry: ConversationEntry): void
  /** Forgets those that were opened longest ago, but none that is in use. Returns the ids of the forgotten. */
  trim(isInUse: (entry: ConversationEntry) => boolean): string[]
}

/** @see Entries */
export function createEntries(maxEntries: number): Entries {
  const entries = new Map<string, ConversationEntry>()
  return {
    get: (id) => entries.get(id),
    all: () => entries.values(),
    getOrCreate(id, status) {
      const entry = entries.get(id) ?? createEntry(id, status)
      entries.set(id, entry)
      return entry
    },
    touch(entry) {
      // A map keeps the order of insertion: the last is the one opened last.
      entries.delete(entry.id)
      entries.set(entry.id, entry)
    },
    trim(isInUse) {
      const forgotten: string[] = []
      for (const entry of entries.values()) {
        if (entries.size <= maxEntries) break
        if (entry.pending.length > 0 || entry.queueing.length > 0 || isInUse(entry)) continue
        entries.delete(entry.id)
        forgotten.push(entry.id)
      }
      return forgotten
    },
  }
}
