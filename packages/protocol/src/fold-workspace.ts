import type { ConversationSummary, WorkspaceSnapshot } from './conversation.ts'
import { type ConversationPage, compareInList } from './conversation-list.ts'
import type { WorkspaceEvent } from './events.ts'
import { withFiling } from './filing.ts'
import { emptyLibrary, foldLibrary, type Library } from './library.ts'
import { defaultSettings, type Settings } from './settings.ts'

/** What is known of an owner's conversations, some of them or all, and settings, as the workspace's events tell it. */
export interface WorkspaceState {
  readonly seq: number
  readonly conversations: ReadonlyMap<string, ConversationSummary>
  /** Those that something was told of that may bring them into sight, and that are not known: to be read. */
  readonly unknownIds: ReadonlySet<string>
  readonly settings: Settings
  readonly library: Library
  /** True when an event was missing: only a snapshot can go on from here. */
  readonly isBehind: boolean
}

/** The state before the first event. */
export const emptyWorkspace: WorkspaceState = {
  seq: 0,
  conversations: new Map(),
  unknownIds: new Set(),
  settings: defaultSettings,
  library: emptyLibrary,
  isBehind: false,
}

/** The state that a snapshot describes. */
export function workspaceFromSnapshot(snapshot: WorkspaceSnapshot): WorkspaceState {
  const conversations = new Map(snapshot.conversations.map((conversation) => [conversation.id, conversation]))
  return {
    ...emptyWorkspace,
    seq: snapshot.seq,
    conversations,
    settings: snapshot.settings,
    library: snapshot.library ?? emptyLibrary,
  }
}

/** Applies one event. Pure; duplicates change nothing, a gap sets `isBehind`. @see SPEC.md LOG2, STORE1 */
export function foldWorkspace(state: WorkspaceState, event: WorkspaceEvent): WorkspaceState {
  if (state.isBehind || event.seq <= state.seq) return state
  if (event.seq > state.seq + 1) return { ...state, isBehind: true }
  if (event.type === 'settings-changed') return { ...state, seq: event.seq, settings: event.settings }
  const id = conversationIdOf(event)
  if (id === null) return { ...state, seq: event.seq, library: foldLibrary(state.library, event) }
  const known = state.conversations.get(id)
  const next = afterEvent(known, event)
  const conversations = next === known ? state.conversations : withEntry(state.conversations, id, next)
  return { ...state, seq: event.seq, conversations, unknownIds: unknownAfter(state, { id, event }) }
}

/**
 * Adds conversations that were read by themselves. `since`: the events that were folded from before they were asked
 * for; those that are newer than what was read are told of it once more. What is known already stays as it is.
 * `askedIds`: those that were asked for by id; what is not among the answer is not there. @see SPEC.md LIST1
 */
export function addConversations(
  state: WorkspaceState,
  page: Pick<ConversationPage, 'conversations' | 'seq'>,
  { since, askedIds = [] }: { since: readonly WorkspaceEvent[]; askedIds?: readonly string[] },
): WorkspaceState {
  const conversations = new Map(state.conversations)
  const unknownIds = new Set(state.unknownIds)
  for (const id of askedIds) unknownIds.delete(id)
  const newer = since.filter(({ seq }) => seq > page.seq)
  for (const { id, ...read } of page.conversations) {
    const told = newer.filter((event) => conversationIdOf(event) === id)
    const conversation = told.reduce<ConversationSummary | undefined>(afterEvent, { id, ...read })
    unknownIds.delete(id)
    if (conversation && !conversations.has(id)) conversations.set(id, conversation)
  }
  return { ...state, conversations, unknownIds }
}

/** The conversation that an event of the workspace is about; null where it is about none. */
export function conversationIdOf(event: WorkspaceEvent): string | null {
  if ('conversation' in event) return event.conversation.id
  return 'conversationId' in event ? event.conversationId : null
}

/** A conversation after an event about it; undefined where it is not there, or not known. */
export function afterEvent(
  conversation: ConversationSummary | undefined,
  event: WorkspaceEvent,
): ConversationSummary | undefined {
  switch (event.type) {
    case 'conversation-created':
    case 'conversation-restored':
    case 'conversation-kept':
      return event.conversation
    case 'conversation-renamed':
      return conversation && { ...conversation, title: event.title, titleOrigin: event.titleOrigin }
    case 'conversation-updated':
      return conversation && { ...conversation, updatedAt: event.updatedAt, runningCount: event.runningCount }
    case 'conversation-filed':
      return conversation && withFiling(conversation, event)
    case 'conversation-deleted':
      return undefined
    case 'file-added':
    case 'settings-changed':
    case 'preset-saved':
    case 'preset-deleted':
    case 'prompt-saved':
    case 'prompt-deleted':
    case 'share-saved':
    case 'share-revoked':
      return conversation
  }
}

/** The conversations, the last used first. */
export function sortedConversations(state: Pick<WorkspaceState, 'conversations'>): ConversationSummary[] {
  return [...state.conversations.values()].sort(compareInList)
}

function unknownAfter(
  state: WorkspaceState,
  { id, event }: { id: string; event: WorkspaceEvent },
): ReadonlySet<string> {
  // A new title brings nothing into sight; what is used, pinned or taken out of the archive may come to the top.
  const isAsked =
    (event.type === 'conversation-updated' || event.type === 'conversation-filed') && !state.conversations.has(id)
  if (isAsked === state.unknownIds.has(id)) return state.unknownIds
  if (event.type === 'conversation-renamed') return state.unknownIds
  const unknownIds = new Set(state.unknownIds)
  if (isAsked) unknownIds.add(id)
  else unknownIds.delete(id)
  return unknownIds
}

function withEntry(
  conversations: ReadonlyMap<string, ConversationSummary>,
  id: string,
  conversation: ConversationSummary | undefined,
): ReadonlyMap<string, ConversationSummary> {
  const next = new Map(conversations)
  if (conversation) next.set(id, conversation)
  else next.delete(id)
  return next
}
