import { type ChatError, type ConversationPart, emptyConversation } from '@livetype/protocol'
import type { Timers } from '../timers.ts'
import type { ChatApi } from './chat-api.ts'
import { type ConversationEntry, replaceBySnapshot } from './conversation-entry.ts'
import type { Pending } from './pending-reply.ts'
import { createSnapshotLoader, type SnapshotLoader } from './snapshot-loader.ts'

interface ConversationLoadingOptions {
  readonly api: Pick<ChatApi, 'getConversation'>
  /** Which messages to read it with; absent or undefined: all. @see SPEC.md PAGE1 */
  partOf?(entry: ConversationEntry): ConversationPart | undefined
  readonly timers: Timers
  readonly now: () => number
  readonly random: () => number
  /** A number that was never given before. */
  nextVersion(): number
  /** The entry's phase or state is another. */
  onLoaded(entry: ConversationEntry): void
  /** The entry can't be loaded, and trying again won't help. */
  onRefused(entry: ConversationEntry, error: ChatError): void
}

/** Reads the snapshots of conversations. */
export interface ConversationLoading {
  /** Reads an entry's snapshot; until it is there, events are not folded into the entry. @see SPEC.md SUB2 */
  refresh(entry: ConversationEntry): void
  hurry(entry: ConversationEntry): void
  pause(entry: ConversationEntry): void
}

/** @see ConversationLoading */
export function createConversationLoading(options: ConversationLoadingOptions): ConversationLoading {
  const loaders = new WeakMap<ConversationEntry, SnapshotLoader>()

  function loaderOf(entry: ConversationEntry): SnapshotLoader {
    const known = loaders.get(entry)
    if (known) return known
    let acceptedBefore: ReadonlySet<Pending> = new Set()
    const loader = createSnapshotLoader<() => void>({
      ...options,
      async fetch() {
        acceptedBefore = new Set(entry.pending.filter(isAccepted))
        const snapshot = await options.api.getConversation(entry.id, options.partOf?.(entry))
        return () => replaceBySnapshot(entry, snapshot, acceptedBefore)
      },
      apply(replace) {
        replace()
        entry.version = options.nextVersion()
        options.onLoaded(entry)
      },
      fail(error) {
        const isOld = entry.pending.some((one) => isAccepted(one) && !acceptedBefore.has(one))
        // What the server has taken since is in a conversation that is there.
        if (error.code === 'conversation-not-found' && isOld) loader.request()
        else fail(entry, error)
      },
    })
    loaders.set(entry, loader)
    return loader
  }

  function fail(entry: ConversationEntry, error: ChatError): void {
    if (error.code === 'conversation-not-found' && entry.phase.status === 'new' && entry.pending.length > 0) {
      // The server has yet to hear of it, or could not take it: its log will begin at the first event.
      entry.state = emptyConversation(entry.id)
      entry.isStale = false
      entry.version = options.nextVersion()
    } else if (error.code === 'conversation-not-found' || error.code === 'invalid-input') {
      // An id that can't be one, as a mistyped address has it, names nothing either.
      entry.phase = { status: 'not-found' }
      entry.isStale = false
    } else if (!error.isRetryable || entry.phase.status === 'loading' || entry.phase.status === 'failed') {
      entry.phase = { status: 'failed', failure: error.toFailure() }
    }
    options.onLoaded(entry)
    if (!error.isRetryable && entry.phase.status !== 'new') options.onRefused(entry, error)
  }

  return {
    refresh(entry) {
      entry.isStale = true
      loaderOf(entry).request()
    },
    hurry: (entry) => loaderOf(entry).hurry(),
    pause: (entry) => loaderOf(entry).pause(),
  }
}

function isAccepted({ delivery }: Pending): boolean {
  return delivery.status === 'accepted'
}
