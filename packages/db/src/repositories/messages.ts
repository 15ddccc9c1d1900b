import type { AssistantMessage, Message } from '@livetype/protocol'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../open-database.ts'
import { prepared } from '../prepared.ts'
import { foldRunFromDisk } from '../projection.ts'
import { type MessageRow, messageFromRows, type RunRow } from '../rows.ts'
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
export function createMessages(database: Database): Messages {
  const find: Messages['find'] = async (ownerId, messageId) => {
    const row = selectMessage(database).get({ id: messageId, ownerId })
    return row && { message: messageFrom(database, row), conversationId: row.messages.conversationId }
  }
  return {
    find,
    async firstReply(ownerId, messageId) {
      const row = selectFirstReply(database).get({ parentId: messageId })
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

/** A message from its rows; what a running reply has so far is in its events alone. */
export function messageFrom(
  database: Database,
  { messages: message, runs: run }: { messages: MessageRow; runs: RunRow | null },
): Message {
  if (run?.status !== 'running') return messageFromRows(message, run)
  return messageFromRows({ ...message, parts: JSON.stringify(foldRunFromDisk(database, run.id)) }, run)
}

const selectMessage = prepared((orm) =>
  orm
    .select()
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .leftJoin(runs, eq(runs.messageId, messages.id))
    .where(
      and(
        eq(messages.id, sql.placeholder('id')),
        eq(conversations.ownerId, sql.placeholder('ownerId')),
        isNull(conversations.deletedAt),
      ),
    )
    .prepare(),
)
const selectFirstReply = prepared((orm) =>
  orm
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.parentId, sql.placeholder('parentId')), eq(messages.role, 'assistant')))
    .orderBy(messages.position)
    .prepare(),
)
