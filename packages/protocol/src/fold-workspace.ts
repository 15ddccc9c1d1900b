import type { ConversationSummary, WorkspaceSnapshot } from './conversation.ts'
import type { WorkspaceEvent } from './events.ts'

/** An owner's list of conversations as the workspace's events tell it. */
export interface WorkspaceState {
  readonly seq: number
  readonly conversations: ReadonlyMap<string, ConversationSummary>
  /** True when an event was missing: only a snapshot can go on from here. */
  readonly isBehind: boolean
}

/** The state before the first event. */
export const emptyWorkspace: WorkspaceState = { seq: 0, conversations: new Map(), isBehind: false }

/** The state that a snapshot describes. */
export function workspaceFromSnapshot(snapshot: WorkspaceSnapshot): WorkspaceState {
  const conversations = new Map(snapshot.conversations.map((conversation) => [conversation.id, conversation]))
  return { seq: snapshot.seq, conversations, isBehind: false }
}

/** Applies one event. Pure; duplicates change nothing, a gap sets `isBehind`. @see SPEC.md LOG2, STORE1 */
export function foldWorkspace(state: WorkspaceState, event: WorkspaceEvent): WorkspaceState {
  if (state.isBehind || event.seq <= state.seq) return state
  if (event.seq > state.seq + 1) return { ...state, isBehind: true }
  const conversations = new Map(state.conversations)
  switch (event.type) {
    case 'conversation-created':
    case 'conversation-restored':
      conversations.set(event.conversation.id, event.conversation)
      break
    case 'conversation-renamed':
      change(conversations, event.conversationId, { title: event.title, titleOrigin: event.titleOrigin })
      break
    case 'conversation-updated':
      change(conversations, event.conversationId, { updatedAt: event.updatedAt, runningCount: event.runningCount })
      break
    case 'conversation-deleted':
      conversations.delete(event.conversationId)
      break
    case 'file-added':
      break
  }
  return { seq: event.seq, conversations, isBehind: false }
}

/** The conversations, the last used first. */
export function sortedConversations(state: WorkspaceState): ConversationSummary[] {
  return [...state.conversations.values()].sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1))
}

function change(
  conversations: Map<string, ConversationSummary>,
  id: string,
  changes: Partial<ConversationSummary>,
): void {
  const conversation = conversations.get(id)
  if (conversation) conversations.set(id, { ...conversation, ...changes })
}
