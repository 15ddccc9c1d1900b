import type { ConversationSummary } from '@livetype/protocol'
import { texts } from './texts.ts'

/** What is said of one conversation by its title, and of many by their number. */
export function nameConversations(
  conversations: readonly ConversationSummary[],
  ofOne: (title: string) => string,
  ofMany: (total: number) => string,
): string {
  const [first] = conversations
  return conversations.length === 1 && first
    ? ofOne(first.title || texts.sidebar.untitled)
    : ofMany(conversations.length)
}
