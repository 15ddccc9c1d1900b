import type { TabSignals } from '../chat-store/tab-signals.ts'
import { type KeyValue, keep, readKept } from './key-value.ts'

/**
 * What a person has typed and not sent yet, per conversation. Null: the conversation that is still to begin.
 * Every view of a draft is told of each change.
 */
export interface LiveDrafts {
  get(conversationId: string | null): string
  /** An empty text forgets the draft. */
  set(conversationId: string | null, text: string): void
  /** Adds a text below what is there. */
  add(conversationId: string | null, text: string): void
  subscribe(listener: () => void): () => void
}

const prefix = 'livetype:draft:'

/**
 * Drafts that outlive the page in `storage`, which all tabs share. The page's own memory is what counts: the storage
 * is read once per conversation, so that another tab that sends or empties its draft takes nothing away here; and
 * what was typed here is stored again when the page is left.
 */
export function createLiveDrafts(storage: KeyValue | null, signals?: Pick<TabSignals, 'onLeave'>): LiveDrafts {
  const texts = new Map<string, string>()
  const typedHere = new Set<string>()
  const listeners = new Set<() => void>()

  signals?.onLeave(() => {
    for (const key of typedHere) keep(storage, key, joined(readKept(storage, key), texts.get(key) ?? ''))
  })

  function get(conversationId: string | null): string {
    const key = keyOf(conversationId)
    const text = texts.get(key) ?? readKept(storage, key)
    texts.set(key, text)
    return text
  }

  function set(conversationId: string | null, text: string): void {
    const key = keyOf(conversationId)
    texts.set(key, text)
    if (text === '') typedHere.delete(key)
    else typedHere.add(key)
    keep(storage, key, text)
    for (const listener of [...listeners]) listener()
  }

  return {
    get,
    set,
    add: (conversationId, text) => set(conversationId, below(get(conversationId), text)),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Ids have eight characters at least, so none is `new`. */
function keyOf(conversationId: string | null): string {
  return `${prefix}${conversationId ?? 'new'}`
}

/** Both texts, but only once what one of them says already. */
function joined(kept: string, text: string): string {
  if (kept.includes(text)) return kept
  return text.includes(kept) ? text : below(kept, text)
}

function below(kept: string, text: string): string {
  return kept.trim() === '' ? text : `${kept}\n\n${text}`
}
