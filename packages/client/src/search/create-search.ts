import type { SearchGroup, SearchQuery, SearchResults } from '@livetype/protocol'
import type { Observable } from '../observable.ts'
import { platformTimers, type Timers } from '../timers.ts'
import { chatErrorFromTrpc } from '../trpc-client/chat-error-from-trpc.ts'
import type { SearchView } from './search-view.ts'

/** What a search needs. */
export interface SearchOptions {
  /** Asks the server; `signal` aborts where nobody waits for the answer any more. */
  readonly find: (query: SearchQuery, signal: AbortSignal) => Promise<SearchResults>
  readonly timers?: Timers
  /** How long nothing is typed before the server is asked. */
  readonly delayMs?: number
}

/** A search as it is typed. */
export interface Search extends Observable<SearchView> {
  /** What is looked for from now on. */
  type(text: string): void
  /** Asks at once for what was typed last, also again after it failed. */
  searchNow(): void
  /** Reads the next page of the results, where there is one. */
  readMore(): void
  /** Reads all that was found in one of the conversations that are shown. */
  expand(conversationId: string): void
  /** Ends its timer and its requests. */
  dispose(): void
}

type Ready = Extract<SearchView, { status: 'ready' }>

/**
 * Looks for what is typed, once typing pauses. The last query counts: an answer to an earlier one is never shown, and
 * the results of before stay until the next ones are there. @see SPEC.md FIND2
 */
export function createSearch({ find, timers = platformTimers, delayMs = 150 }: SearchOptions): Search {
  const listeners = new Set<() => void>()
  let view: SearchView = { status: 'idle' }
  let text = ''
  let nextOffset: number | null = null
  let cancelTimer = () => {}
  /** Aborted once something else is looked for: nothing that was asked before is heard then. */
  let current = new AbortController()

  const show = (next: SearchView) => {
    view = next
    for (const listener of [...listeners]) listener()
  }
  /** Changes what is ready, as it stands when this is called. */
  const change = (changeOf: (ready: Ready) => Partial<Ready>) => {
    if (view.status === 'ready') show({ ...view, ...changeOf(view) })
  }

  const ask = (
    query: Omit<SearchQuery, 'text'>,
    on: { found: (results: SearchResults) => void; failed: (error: unknown) => void },
  ) => {
    const { signal } = current
    // The end of what was typed says whether the last word may go on: it is sent as it is.
    find({ text, ...query }, signal).then(
      (results) => {
        if (!signal.aborted) on.found(results)
      },
      (error: unknown) => {
        if (!signal.aborted) on.failed(error)
      },
    )
  }

  const leave = () => {
    cancelTimer()
    current.abort()
    current = new AbortController()
  }

  const searchNow = () => {
    if (text.trim() === '') return
    leave()
    if (view.status !== 'ready') show({ status: 'searching' })
    ask(
      {},
      {
        found(results) {
          nextOffset = results.nextOffset
          show(readyView([], results))
        },
        failed: (error) => show({ status: 'failed', error: chatErrorFromTrpc(error) }),
      },
    )
  }

  return {
    get: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    type(next) {
      if (next === text) return
      text = next
      leave()
      if (next.trim() === '') {
        show({ status: 'idle' })
        return
      }
      if (view.status === 'ready') change(() => ({ isStale: true, expansion: null }))
      else show({ status: 'searching' })
      cancelTimer = timers.after(delayMs, searchNow)
    },
    searchNow,
    readMore() {
      if (view.status !== 'ready' || view.isStale || nextOffset === null || view.next === 'loading') return
      change(() => ({ next: 'loading' }))
      ask(
        { offset: nextOffset },
        {
          found(results) {
            nextOffset = results.nextOffset
            change(({ groups, expansion }) => ({ ...readyView(groups, results), expansion }))
          },
          failed: () => change(() => ({ next: 'failed' })),
        },
      )
    },
    expand(conversationId) {
      if (view.status !== 'ready' || view.isStale || view.expansion?.status === 'loading') return
      change(() => ({ expansion: { conversationId, status: 'loading' } }))
      ask(
        { conversationId },
        {
          found: (results) => change(({ groups }) => ({ groups: expandedIn(groups, results), expansion: null })),
          failed: () => change(() => ({ expansion: { conversationId, status: 'failed' } })),
        },
      )
    },
    dispose: leave,
  }
}

/** A page behind those that are there. A conversation that was used meanwhile may come twice, and is shown once. */
function readyView(shown: readonly SearchGroup[], results: SearchResults): Ready {
  const known = new Set(shown.map(({ conversationId }) => conversationId))
  const { hitCount, isLimited, nextOffset } = results
  return {
    status: 'ready',
    isStale: false,
    groups: [...shown, ...results.groups.filter(({ conversationId }) => !known.has(conversationId))],
    hitCount,
    isLimited,
    next: nextOffset === null ? 'end' : 'waiting',
    expansion: null,
  }
}

/** The groups with all that was found of one. What the server does not tell, being too much, is counted no more. */
function expandedIn(groups: readonly SearchGroup[], { groups: [found] }: SearchResults): readonly SearchGroup[] {
  if (!found) return groups
  const whole = { ...found, hitCount: found.hits.length }
  return groups.map((group) => (group.conversationId === found.conversationId ? whole : group))
}
