import { type ConversationState, messageById } from './conversation-state.ts'

/**
 * The messages a person sees: from the first message down the tree, at each fork the sibling that was added or chosen
 * last. Returns ids. @see SPEC.md TREE1
 */
export function messagePath(state: Pick<ConversationState, 'next'>): string[] {
  const path: string[] = []
  for (let id = state.next.get(null); id !== undefined; id = state.next.get(id)) path.push(id)
  return path
}

/** The conversation with its path through this message, which is there. Below it, the path is as it was last. Pure. */
export function chooseBranch(state: ConversationState, messageId: string): ConversationState {
  const next = new Map(state.next)
  for (let message = messageById(state, messageId); message; ) {
    next.set(message.parentId, message.id)
    message = message.parentId === null ? undefined : messageById(state, message.parentId)
  }
  return { ...state, next }
}

/**
 * Of each of these messages that has siblings, the ids of all of them, itself among them, in the order in which they
 * were added.
 */
export function branchesOf(state: ConversationState, path: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const siblings = new Map<string | null, string[]>()
  for (const id of state.messageIds) {
    const message = messageById(state, id)
    if (!message) continue
    const known = siblings.get(message.parentId)
    if (known) known.push(id)
    else siblings.set(message.parentId, [id])
  }
  const branches = new Map<string, readonly string[]>()
  for (const [index, id] of path.entries()) {
    const ids = siblings.get(path[index - 1] ?? null)
    if (ids && ids.length > 1) branches.set(id, ids)
  }
  return branches
}
