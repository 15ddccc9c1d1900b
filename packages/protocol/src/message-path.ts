import type { ConversationState } from './fold-conversation.ts'
import { messageById } from './fold-conversation.ts'

/**
 * The messages a person sees: from the first message down the tree, at each fork the sibling added last.
 * Returns ids.
 */
export function messagePath(state: ConversationState): string[] {
  const lastChild = new Map<string | null, string>()
  for (const id of state.messageIds) {
    const message = messageById(state, id)
    if (message) lastChild.set(message.parentId, id)
  }
  const path: string[] = []
  for (let id = lastChild.get(null); id !== undefined; id = lastChild.get(id)) path.push(id)
  return path
}
