import { maxMessagesAtOnce, messagePath, withMessages } from '@livetype/protocol'
import type { Timers } from '../timers.ts'
import type { ChatApi } from './chat-api.ts'
import { chatErrorFrom } from './chat-error-from.ts'
import { type ConversationEntry, isFollowable, shownState } from './conversation-entry.ts'
import type { Retry } from './retry.ts'

/** So many messages before and after one that is looked at should be there: whoever scrolls comes to them next. */
const neededAround = 20
/** Where one of them is not, so many are read. */
const readAround = 40

interface MessageLoadingOptions {
  readonly api: Pick<ChatApi, 'getMessages'>
  readonly retry: Retry
  readonly timers: Timers
  /** Messages were read, or should be asked for again by whoever still looks. */
  onRead(entry: ConversationEntry, messageIds: readonly string[]): void
  /** The server does not have what the outline has. */
  onMissing(entry: ConversationEntry): void
}

/** Reads what messages say of which only the place in the tree is known. @see SPEC.md PAGE1 */
export interface MessageLoading {
  /** Reads what is unread of a message and those around it, soon, with what else is looked at in the same turn. */
  look(entry: ConversationEntry, messageId: string): void
  /** Reads all that are on the path. Rejects with a `ChatError` where they can't be read. */
  readPath(entry: ConversationEntry): Promise<void>
}

/** @see MessageLoading */
export function createMessageLoading(options: MessageLoadingOptions): MessageLoading {
  const { api, retry, timers } = options
  const wanted = new Map<ConversationEntry, Set<string>>()
  const reading = new Map<ConversationEntry, Set<string>>()

  /** Until a snapshot that is being read is there, nothing fits; it says what is unread then. */
  const canRead = (entry: ConversationEntry) => isFollowable(entry) && !entry.isStale

  function begin(): void {
    const all = [...wanted]
    wanted.clear()
    for (const [entry, ids] of all) {
      if (!canRead(entry)) continue
      for (const part of inParts(unreadAround(entry, ids))) {
        void read(entry, part).catch((error: unknown) => {
          // The delays between the tries keep this from being a busy loop.
          if (chatErrorFrom(error).isRetryable) options.onRead(entry, part)
        })
      }
    }
  }

  function unreadAround(entry: ConversationEntry, ids: ReadonlySet<string>): string[] {
    const path = messagePath(shownState(entry))
    const around = new Set(ids)
    const near = (place: number, count: number) => path.slice(Math.max(0, place - count), place + count + 1)
    for (const [place, id] of path.entries()) {
      if (!ids.has(id) || !near(place, neededAround).some((one) => entry.state.outlined.has(one))) continue
      for (const one of near(place, readAround)) around.add(one)
    }
    return [...around].filter((id) => entry.state.outlined.has(id) && !reading.get(entry)?.has(id))
  }

  async function read(entry: ConversationEntry, messageIds: readonly string[]): Promise<void> {
    const { version } = entry
    const under = reading.get(entry) ?? new Set()
    reading.set(entry, under)
    for (const id of messageIds) under.add(id)
    try {
      const messages = await retry.run(() => api.getMessages({ conversationId: entry.id, messageIds: [...messageIds] }))
      // An event about a message that is unread makes the state behind: what was read before a newer snapshot is old.
      if (entry.version === version && canRead(entry)) {
        entry.state = withMessages(entry.state, messages)
        if (messageIds.some((id) => entry.state.outlined.has(id))) options.onMissing(entry)
      }
    } finally {
      for (const id of messageIds) under.delete(id)
    }
    options.onRead(entry, messageIds)
  }

  return {
    look(entry, messageId) {
      if (entry.state.outlined.size === 0 || reading.get(entry)?.has(messageId)) return
      if (wanted.size === 0) timers.after(0, begin)
      wanted.set(entry, (wanted.get(entry) ?? new Set<string>()).add(messageId))
    },
    async readPath(entry) {
      for (;;) {
        const path = messagePath(shownState(entry)).filter((id) => entry.state.outlined.has(id))
        if (path.length === 0 || !canRead(entry)) return
        await Promise.all(inParts(path).map((part) => read(entry, part)))
      }
    },
  }
}

function inParts(ids: readonly string[]): string[][] {
  const parts: string[][] = []
  for (let at = 0; at < ids.length; at += maxMessagesAtOnce) parts.push(ids.slice(at, at + maxMessagesAtOnce))
  return parts
}
