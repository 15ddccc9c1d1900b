import type { ListFilter } from '@livetype/protocol'
import type { Timers } from '../timers.ts'
import type { ChatApi } from './chat-api.ts'
import { chatErrorFrom } from './chat-error-from.ts'
import type { Retry } from './retry.ts'
import { createSnapshotLoader } from './snapshot-loader.ts'
import type { Workspace } from './workspace.ts'

/** How many older ones are read at once: who scrolls on goes fast. */
const olderPerPage = 100
/** How many conversations are asked for by their ids at once. */
const maxAskedAtOnce = 200

interface ListLoadingOptions {
  readonly api: Pick<ChatApi, 'pageConversations' | 'getSummaries'>
  readonly retry: Retry
  readonly timers: Timers
  readonly now: () => number
  readonly random: () => number
  readonly workspace: Workspace
  /** The list may look different. */
  onChange(): void
}

/** Reads what of the list is not in its snapshot: older conversations, and those that events have told of. */
export interface ListLoading {
  /** Reads the next older ones of the list that is shown, unless they are being read or there are none. */
  loadOlder(): void
  setFilter(filter: ListFilter): void
  /** Reads those that the events have told of and that are not known. */
  loadUnknown(): void
  /** The list was read anew. */
  restart(): void
  hurry(): void
}

/** @see ListLoading */
export function createListLoading(options: ListLoadingOptions): ListLoading {
  const { api, retry, workspace } = options

  const summaries = createSnapshotLoader<() => void>({
    ...options,
    async fetch() {
      const askedIds = [...workspace.state.unknownIds].slice(0, maxAskedAtOnce)
      const reading = workspace.startReading()
      try {
        const page = await api.getSummaries(askedIds)
        return () => {
          reading.take(page, askedIds)
          reading.end()
        }
      } catch (error) {
        reading.end()
        throw error
      }
    },
    apply(take) {
      take()
      options.onChange()
      loadUnknown()
    },
    // What can't be read shows again when it is told of again, or with the next snapshot.
    fail: () => undefined,
  })

  function loadUnknown(): void {
    if (workspace.state.unknownIds.size > 0 && !workspace.isStale) summaries.request()
  }

  async function readOlder(): Promise<void> {
    const after = workspace.nextAfter
    if (after === undefined) return
    const { filter, listing } = workspace
    const isShown = () => workspace.listing === listing
    const reading = workspace.startReading()
    workspace.noteOlder('loading')
    options.onChange()
    try {
      const page = await retry.run(() => api.pageConversations({ ...filter, after, limit: olderPerPage }), isShown)
      const isTaken = reading.take(page)
      if (!isShown()) return
      if (isTaken) workspace.extendTo(page.next)
      workspace.noteOlder(null)
    } catch (error) {
      if (isShown()) workspace.noteOlder(chatErrorFrom(error).toFailure())
    } finally {
      reading.end()
      options.onChange()
    }
  }

  return {
    loadOlder: () => void readOlder(),
    setFilter(filter) {
      workspace.setFilter(filter)
      options.onChange()
      if (workspace.nextAfter === null) void readOlder()
    },
    loadUnknown,
    restart() {
      if (workspace.nextAfter === null) void readOlder()
    },
    hurry: () => summaries.hurry(),
  }
}
