import type { AssistantMessage, Message } from '@livetype/protocol'
import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../open-database.ts'
import { messageFromRows } from '../rows.ts'
import { conversations, messages, runs } from '../schema.ts'

/** Reads single messages. Every call takes the owner; another's are not there (DOOR1). */
export interface Messages {
  find(ownerId: string, messageId: string): Promise<{ message: Message; conversationId: string } | undefined>
  /** The reply that was made first to a user message. */
  firstReply(ownerId: string, messageId: string): Promise<AssistantMessage | undefined>
  /** The message and all before it, the first message first: what a model is given as context. */
  ancestors(ownerId: string, messageId: string): Promise<Message[]>
}

/** @see Messages */
export function createMessages({ orm }: Database): Messages {
  const find: Messages['find'] = async (ownerId, messageId) => {
    const row = orm
      .select()
      .from(messages)
      .innerJoin(conversations, eq(conversations.id, messages.conversationId))
      .leftJoin(runs, eq(runs.messageId, messages.id))
      .where(and(eq(messages.id, messageId), eq(conversations.ownerId, ownerId), isNull(conversations.deletedAt)))
      .get()
    return row && { message: messageFromRows(row.messages, row.runs), conversationId: row.messages.conversationId }
  }
  return {
    find,
    async firstReply(ownerId, messageId) {
      const row = orm
        .select({ id: messages.id })
        .from(messages)
        .where(and(eq(messages.parentId, messageId), eq(messages.role, 'assistant')))
        .orderBy(messages.position)
        .get()
      const message = row && (await find(ownerId, row.id))?.message
      return message?.role === 'assistant' ? message : undefined
    },
    async ancestors(ownerId, messageId) {
      const path: Message[] = []
      for (let id: string | null = messageId; id !== null; ) {
        const found: Awaited<ReturnType<typeof find>> = await find(ownerId, id)
        if (!found) break
        path.push(found.message)
        id = found.message.parentId
      }
      return path.reverse()
    },
  }
}
