import type {
  ConversationSummary,
  Failure,
  WorkspaceEvent,
  WorkspaceSnapshot,
  WorkspaceState,
} from '@livetype/protocol'
import { emptyWorkspace, foldWorkspace, sortedConversations, workspaceFromSnapshot } from '@livetype/protocol'
import type { ListView } from './chat-store.ts'
import { viewList } from './views.ts'

/** What a person did to a conversation of the list that the log has not told of yet. */
type Override = {
  /** True once the server has answered; until then no event of before may undo it. */
  isSettled: boolean
  /** Whether the log has told of such a change since; then, once the server has answered, the log has the last word. */
  isOvertaken: boolean
} & (
  | {
      readonly kind: 'renamed'
      readonly title: string
      readonly retitled: WeakMap<ConversationSummary, ConversationSummary>
    }
  | { readonly kind: 'removed' }
  | { readonly kind: 'restored'; readonly conversation: ConversationSummary }
)

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
  summary(conversationId: string): ConversationSummary | null
  view(previous: ListView | undefined): ListView
  /** Says whether the event was taken, left a gap, or meant nothing. */
  fold(event: WorkspaceEvent): 'changed' | 'behind' | 'none'
  markStale(): void
  replace(snapshot: WorkspaceSnapshot, version: number): void
  fail(failure: Failure): void
  /** A list that could not be read is being read again. */
  beginAgain(): void
  /** Shows a title before the server has it. `settle` after its answer; `undo` after its refusal. */
  rename(conversationId: string, title: string): Optimistic
  remove(conversationId: string): Optimistic
  /** Shows a removed conversation again, if it is one that was removed here. */
  restore(conversationId: string): Optimistic
}

/** A change that is shown before the server has taken it. */
export interface Optimistic {
  settle(): void
  undo(): void
}

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
  const overrides = new Map<string, Override>()
  /** The conversations removed here, as they were: so that undoing shows them at once. */
  const removed = new Map<string, ConversationSummary>()

  function override(conversationId: string, change: Override): Optimistic {
    const before = overrides.get(conversationId)
    overrides.set(conversationId, change)
    return {
      settle() {
        change.isSettled = true
        if (change.isOvertaken || isTold(conversationId, change)) drop()
      },
      undo() {
        drop()
        if (before && !before.isSettled) overrides.set(conversationId, before)
      },
    }
    function drop(): void {
      if (overrides.get(conversationId) === change) overrides.delete(conversationId)
    }
  }

  function isTold(conversationId: string, change: Override): boolean {
    const conversation = state.conversations.get(conversationId)
    if (change.kind === 'renamed') return conversation?.title === change.title
    return (conversation === undefined) === (change.kind === 'removed')
  }

  function dropTold(conversationId: string): void {
    const change = overrides.get(conversationId)
    if (change && (change.isSettled || isTold(conversationId, change))) overrides.delete(conversationId)
  }

  function hear(conversationId: string, type: WorkspaceEvent['type']): void {
    const change = overrides.get(conversationId)
    if (!change) return
    if ((change.kind === 'renamed') === (type === 'conversation-renamed')) change.isOvertaken = true
    dropTold(conversationId)
  }

  function summary(conversationId: string): ConversationSummary | null {
    const change = overrides.get(conversationId)
    const conversation = state.conversations.get(conversationId)
    return shown(conversation, change) ?? null
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
    summary,
    view(previous) {
      if (phase.status === 'loading') return previous?.status === 'loading' ? previous : { status: 'loading' }
      if (phase.status === 'failed') {
        if (previous?.status === 'failed' && previous.failure === phase.failure) return previous
        return { status: 'failed', failure: phase.failure }
      }
      const conversations = new Map(state.conversations)
      for (const [id, change] of overrides) {
        const conversation = shown(conversations.get(id), change)
        if (conversation) conversations.set(id, conversation)
        else conversations.delete(id)
      }
      return viewList(sortedConversations({ ...state, conversations }), previous)
    },
    fold(event) {
      if (isStale) return 'none'
      const previous = state
      state = foldWorkspace(state, event)
      if (state === previous) return 'none'
      if (state.isBehind) return 'behind'
      if (event.type === 'conversation-renamed' || event.type === 'conversation-deleted') {
        hear(event.conversationId, event.type)
      }
      if (event.type === 'conversation-restored') hear(event.conversation.id, event.type)
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
      for (const id of [...overrides.keys()]) dropTold(id)
    },
    fail(failure) {
      // A list that was read once is shown on; it catches up when the next reading succeeds.
      if (phase.status !== 'ready') phase = { status: 'failed', failure }
    },
    beginAgain() {
      if (phase.status === 'failed') phase = { status: 'loading' }
    },
    rename: (id, title) =>
      override(id, { kind: 'renamed', title, retitled: new WeakMap(), isSettled: false, isOvertaken: false }),
    remove(id) {
      const conversation = summary(id)
      if (conversation) removed.set(id, conversation)
      return override(id, { kind: 'removed', isSettled: false, isOvertaken: false })
    },
    restore(id) {
      const conversation = removed.get(id)
      if (!conversation) return { settle: () => undefined, undo: () => undefined }
      return override(id, { kind: 'restored', conversation, isSettled: false, isOvertaken: false })
    },
  }
}

function shown(conversation: ConversationSummary | undefined, change: Override | undefined) {
  if (!change) return conversation
  switch (change.kind) {
    case 'removed':
      return undefined
    case 'restored':
      return conversation ?? change.conversation
    case 'renamed': {
      if (!conversation || conversation.title === change.title) return conversation
      const known = change.retitled.get(conversation)
      if (known) return known
      const renamed: ConversationSummary = { ...conversation, title: change.title, titleOrigin: 'user' }
      change.retitled.set(conversation, renamed)
      return renamed
    }
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
    a.runningCount === b.runningCount
  )
}
