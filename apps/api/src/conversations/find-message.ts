import type { ChatDatabase } from '@livetype/db'
import { ChatError, type Message } from '@livetype/protocol'

/** What another's conversation and one that never was both answer (DOOR1). */
export function conversationNotFound(): ChatError {
  return new ChatError('conversation-not-found', 'There is no such conversation. It may have been deleted.')
}

/** The owner's message of this conversation. @throws {ChatError} `message-not-found` */
export async function findMessage(
  database: ChatDatabase,
  ownerId: string,
  { conversationId, messageId }: { conversationId: string; messageId: string },
): Promise<Message> {
  const found = await database.messages.find(ownerId, messageId)
  if (found?.conversationId !== conversationId) {
    throw new ChatError('message-not-found', 'There is no such message in this conversation.')
  }
  return found.message
}
