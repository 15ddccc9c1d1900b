import type { AssistantMessage, Message } from '@livetype/protocol'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../open-database.ts'
import { prepared } from '../prepared.ts'
import { conversations, messages, runs } from '../schema.ts'
import { messageFrom } from './message-from.ts'

/** Reads single messages. Every call takes the owner; another's are not there (DOOR1). */
export interface Messages {
  find(ownerId: string, messageId: string): Promise<{ message: Message; conversationId: string } | undefined>
  /** Whether any owner has a message with this id, deleted conversations included: such an id can't be taken. */
  isTaken(messageId: string): Promise<boolean>
  /** The reply that was made first to a user message. */
  firstReply(ownerId: string, messageId: string): Promise<AssistantMessage | undefined>
  /** The message and all before it, the first message first: what a model is given as context. */
  ancestors(ownerId: string, messageId: string): Promise<Message[]>
  /** The last message of the path, which a message that is sent now follows; undefined in an empty conversation. */
  pathEnd(ownerId: string, conversationId: string): Promise<Message | undefined>
}

/** @see Messages */
export function createMessages(database: Database): Messages {
  const find: Messages['find'] = async (ownerId, messageId) => {
    const row = selectMessage(database).get({ id: messageId, ownerId })
    return row && { message: messageFrom(database, row), conversationId: row.messages.conversationId }
  }
  return {
    find,
    async isTaken(messageId) {
      return selectId(database).get({ id: messageId }) !== undefined
    },
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
    async pathEnd(ownerId, conversationId) {
      const row = database.orm.get<{ id: string } | undefined>(selectPathEnd(conversationId))
      return row && (await find(ownerId, row.id))?.message
    },
  }
}

const selectMessage = prepared((orm) =>
  orm
    .select()
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .leftJoin(runs, eq(runs.id, messages.runId))
    .where(
      and(
        eq(messages.id, sql.placeholder('id')),
        eq(conversations.ownerId, sql.placeholder('ownerId')),
        isNull(conversations.deletedAt),
      ),
    )
    .prepare(),
)
const selectId = prepared((orm) =>
  orm
    .select({ id: messages.id })
    .from(messages)
    .where(eq(messages.id, sql.placeholder('id')))
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

/**
 * Down the tree, at each fork through the message that was added or chosen last; of replies that were asked for together
 * only the first has come onto the path by being added. @see SPEC.md TREE1
 */
const selectPathEnd = (conversationId: string) => sql`
  WITH RECURSIVE path(depth, id) AS (
    SELECT 0, (
      SELECT id FROM messages WHERE conversation_id = ${conversationId} AND +parent_id IS NULL
      ORDER BY ${cameOntoPath} DESC LIMIT 1)
    UNION ALL
    SELECT depth + 1, (SELECT id FROM messages WHERE parent_id = path.id ORDER BY ${cameOntoPath} DESC LIMIT 1)
    FROM path WHERE path.id IS NOT NULL
  )
  SELECT id FROM path WHERE id IS NOT NULL ORDER BY depth DESC LIMIT 1`
const cameOntoPath = sql.raw('coalesce(chosen_seq, CASE WHEN coalesce(group_id, id) = id THEN position END)')
