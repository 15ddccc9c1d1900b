import { type ConversationState, nodeById } from './conversation-state.ts'
import type { MessageNode } from './outline.ts'

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
  const chosen = new Set(state.chosen)
  for (let message = nodeById(state, messageId); message; ) {
    next.set(message.parentId, message.id)
    chosen.add(message.id)
    message = message.parentId === null ? undefined : nodeById(state, message.parentId)
  }
  return { ...state, next, chosen }
}

/** Whether the path goes through a message once it is added: of replies asked for together, it does through the first. */
export function takesPath(message: MessageNode): boolean {
  return message.role === 'user' || message.groupId === undefined || message.groupId === message.id
}

/**
 * The replies at the end of this path that are compared: those asked for together, the first of them first, until one is
 * chosen or the conversation goes on. Empty where there are none. @see SPEC.md RUN11
 */
export function comparedReplies(state: ConversationState, path: readonly string[]): string[] {
  const lastId = path.at(-1)
  const last = lastId === undefined ? undefined : nodeById(state, lastId)
  if (last?.role !== 'assistant' || last.groupId === undefined || state.chosen.has(last.id)) return []
  const { groupId } = last
  const ids = state.messageIds.filter((id) => {
    const message = nodeById(state, id)
    return message?.role === 'assistant' && message.groupId === groupId
  })
  return ids.length > 1 ? ids : []
}

/**
 * Of each of these messages that has siblings, the ids of all of them, itself among them, in the order in which they
 * were added.
 */
export function branchesOf(state: ConversationState, path: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const siblings = new Map<string | null, string[]>()
  for (const id of state.messageIds) {
    const message = nodeById(state, id)
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
