import type {
  ConversationPage,
  ConversationSummary,
  Failure,
  Filing,
  ListConversations,
  ListFilter,
  ListPosition,
  WorkspaceEvent,
  WorkspaceSnapshot,
  WorkspaceState,
} from '@livetype/protocol'
import {
  addConversations,
  conversationIdOf,
  conversationsPerPage,
  emptyWorkspace,
  foldWorkspace,
  isFiledAlike,
  sortedConversations,
  workspaceFromSnapshot,
} from '@livetype/protocol'
import type { ListView } from './chat-store.ts'
import { createListOverrides, type Optimistic } from './list-overrides.ts'
import { createListings, isInListing, olderOf } from './listings.ts'
import { viewList } from './views.ts'

/** A reading of conversations by themselves, from when it was asked for. */
export interface Reading {
  /** Takes what was read. False where it means nothing any more: the list has been read anew since. */
  take(page: ConversationPage, askedIds?: readonly string[]): boolean
  end(): void
}

/** The list of conversations: what its log tells, and over it what a person has just done. */
export interface Workspace {
  readonly phase: 'loading' | 'failed' | 'ready'
  /** True between a reset or a gap and the snapshot that heals it. */
  readonly isStale: boolean
  readonly state: WorkspaceState
  readonly cursor: string | null
  /** The seq of the last event before `cursor`. */
  readonly cursorSeq: number
  readonly version: number
  /** What to ask for, so that what is loaded can be shown on. */
  readonly wanted: ListConversations
  readonly filter: ListFilter
  /** Another whenever what the filter picks is to be read from its beginning. */
  readonly listing: object
  /** A conversation as a person sees it; `other`: as it is known where it is not in the list. */
  summary(conversationId: string, other?: ConversationSummary | null): ConversationSummary | null
  view(previous: ListView | undefined): ListView
  /** Says whether the event was taken, left a gap, or meant nothing. */
  fold(event: WorkspaceEvent): 'changed' | 'behind' | 'none'
  markStale(): void
  replace(snapshot: WorkspaceSnapshot, version: number): void
  fail(failure: Failure): void
  /** A list that could not be read is being read again. */
  beginAgain(): void
  setFilter(filter: ListFilter): void
  /** After which place older ones are to be read; undefined where none are, or some are being read. */
  readonly nextAfter: ListPosition | null | undefined
  startReading(): Reading
  /** Reading older ones begins, has ended (null) or has failed. */
  noteOlder(older: 'loading' | Failure | null): void
  /** How far the list that is shown is known now. */
  extendTo(end: ListPosition | null): void
  /** Shows a title before the server has it. */
  rename(conversationId: string, title: string): Optimistic
  file(conversationId: string, filing: Filing): Optimistic
  remove(conversationId: string): Optimistic
  /** Shows a removed conversation again, if it is one that was removed here. */
  restore(conversationId: string): Optimistic
}

const nothing: Optimistic = { settle: () => undefined, undo: () => undefined }

/** @see Workspace */
export function createWorkspace(): Workspace {
  let state = emptyWorkspace
  let phase: { readonly status: 'loading' | 'ready' } | { readonly status: 'failed'; readonly failure: Failure } = {
    status: 'loading',
  }
  let isStale = false
  let cursor: string | null = null
  let cursorSeq = 0
  let version = 0
  const listings = createListings()
  const overrides = createListOverrides((id) => state.conversations.get(id))
  /** The conversations removed here, as they were: so that undoing shows them at once. */
  const removed = new Map<string, ConversationSummary>()
  /** What was folded while something is being read. */
  const readings = new Set<WorkspaceEvent[]>()

  function summary(id: string, other?: ConversationSummary | null): ConversationSummary | null {
    return overrides.shown(id, state.conversations.get(id) ?? other ?? undefined) ?? null
  }

  function shownConversations(): ConversationSummary[] {
    const conversations = new Map(state.conversations)
    for (const id of overrides.ids) {
      const conversation = overrides.shown(id, conversations.get(id))
      if (conversation) conversations.set(id, conversation)
      else conversations.delete(id)
    }
    return sortedConversations({ conversations }).filter((one) => isInListing(listings.shown, one))
  }

  return {
    get phase() {
      return phase.status
    },
    get isStale() {
      return isStale
    },
    get state() {
      return state
    },
    get cursor() {
      return cursor
    },
    get cursorSeq() {
      return cursorSeq
    },
    get version() {
      return version
    },
    get wanted() {
      const known = sortedConversations(state).filter((one) => !one.isPinned && isInListing(listings.main, one))
      const last = known.length > conversationsPerPage ? known.at(-1) : undefined
      return { limit: conversationsPerPage, ...(last && { through: { updatedAt: last.updatedAt, id: last.id } }) }
    },
    get filter() {
      return listings.filter
    },
    get listing() {
      return listings.shown
    },
    summary,
    view(previous) {
      if (phase.status === 'loading') return previous?.status === 'loading' ? previous : { status: 'loading' }
      if (phase.status === 'failed') {
        if (previous?.status === 'failed' && previous.failure === phase.failure) return previous
        return { status: 'failed', failure: phase.failure }
      }
      const { filter, end } = listings.shown
      const older = olderOf(listings.shown)
      // What a filter had picked is shown on until it has been read anew.
      const isReadAgain = end === undefined && previous?.status === 'ready' && previous.filter === filter
      const conversations = isReadAgain ? previous.conversations : shownConversations()
      return viewList({ filter, conversations, older }, previous)
    },
    fold(event) {
      if (isStale) return 'none'
      const previous = state
      state = foldWorkspace(state, event)
      if (state === previous) return 'none'
      if (state.isBehind) return 'behind'
      for (const events of readings) events.push(event)
      const id = conversationIdOf(event)
      if (id !== null) overrides.hear(id, event.type)
      return 'changed'
    },
    markStale() {
      isStale = true
    },
    replace(snapshot, nextVersion) {
      state = keepReferences(state, workspaceFromSnapshot(snapshot))
      cursor = snapshot.cursor
      cursorSeq = snapshot.seq
      version = nextVersion
      isStale = false
      phase = { status: 'ready' }
      listings.restart(snapshot.next ?? null)
      overrides.dropTold()
    },
    fail(failure) {
      // A list that was read once is shown on; it catches up when the next reading succeeds.
      if (phase.status !== 'ready') phase = { status: 'failed', failure }
    },
    beginAgain() {
      if (phase.status === 'failed') phase = { status: 'loading' }
    },
    setFilter: (filter) => listings.setFilter(filter),
    get nextAfter() {
      const { end, older } = listings.shown
      if (phase.status !== 'ready' || isStale || older === 'loading' || end === null) return undefined
      return end ?? null
    },
    startReading() {
      const since: WorkspaceEvent[] = []
      const versionThen = version
      readings.add(since)
      return {
        take(page, askedIds = []) {
          if (isStale || version !== versionThen) return false
          state = addConversations(state, page, { since, askedIds })
          return true
        },
        end: () => void readings.delete(since),
      }
    },
    noteOlder(older) {
      listings.shown.older = older ?? 'idle'
    },
    extendTo(end) {
      listings.shown.end = end
    },
    rename: (id, title) => overrides.set(id, { kind: 'renamed', title }),
    file: (id, filing) => overrides.set(id, { kind: 'filed', filing }),
    remove(id) {
      const conversation = summary(id)
      if (conversation) removed.set(id, conversation)
      return overrides.set(id, { kind: 'removed' })
    },
    restore(id) {
      const conversation = removed.get(id)
      return conversation ? overrides.set(id, { kind: 'restored', conversation }) : nothing
    },
  }
}

function keepReferences(previous: WorkspaceState, next: WorkspaceState): WorkspaceState {
  const conversations = new Map<string, ConversationSummary>()
  for (const [id, conversation] of next.conversations) {
    const known = previous.conversations.get(id)
    conversations.set(id, known && isSameSummary(known, conversation) ? known : conversation)
  }
  return { ...next, conversations }
}

function isSameSummary(a: ConversationSummary, b: ConversationSummary): boolean {
  return (
    a.title === b.title &&
    a.titleOrigin === b.titleOrigin &&
    a.createdAt === b.createdAt &&
    a.updatedAt === b.updatedAt &&
    a.runningCount === b.runningCount &&
    a.isTemporary === b.isTemporary &&
    isFiledAlike(a, b)
  )
}
