import { type MessageQueue, type QueuedMessage, queuedMessageSchema, queueHoldSchema } from '@livetype/protocol'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../open-database.ts'
import { prepared } from '../prepared.ts'
import { conversations, queuedMessages, queueHolds } from '../schema.ts'

/** The queue of a conversation that has one, and whose it is. */
export interface WaitingQueue {
  readonly ownerId: string
  readonly conversationId: string
}

/** Reads queued messages. Calls on behalf of a person take the owner (DOOR1). */
export interface Queues {
  /** Empty where none waits, and where there is no such conversation. */
  of(ownerId: string, conversationId: string): Promise<MessageQueue>
  /** Whether any owner has or had a queued message with this id that has not gone out: such an id can't be taken. */
  isTaken(messageId: string): Promise<boolean>
  /** The owner's message of this conversation that was removed before it went out. */
  wasRemoved(ownerId: string, conversationId: string, messageId: string): Promise<boolean>
  /** All owners' conversations in which a message waits: for the start of a server. */
  allWaiting(): Promise<WaitingQueue[]>
}

/** @see Queues */
export function createQueues(database: Database): Queues {
  return {
    of: async (ownerId, conversationId) => selectQueue(database, ownerId, conversationId),
    async isTaken(messageId) {
      return selectId(database).get({ id: messageId }) !== undefined
    },
    async wasRemoved(ownerId, conversationId, messageId) {
      return selectRemoved(database).get({ ownerId, conversationId, id: messageId }) !== undefined
    },
    async allWaiting() {
      return selectWaiting(database).all()
    },
  }
}

/** @see Queues */
export function selectQueue(database: Database, ownerId: string, conversationId: string): MessageQueue {
  const messages = selectMessages(database).all({ ownerId, conversationId }).map(messageFromRow)
  const row = messages.length > 0 ? selectHold(database).get({ conversationId }) : undefined
  return { messages, hold: row ? queueHoldSchema.parse(JSON.parse(row.hold)) : null }
}

function messageFromRow(row: { id: string; parts: string; replies: string; queuedAt: number }): QueuedMessage {
  const parts: unknown = JSON.parse(row.parts)
  const replies: unknown = JSON.parse(row.replies)
  return queuedMessageSchema.parse({ id: row.id, parts, replies, queuedAt: row.queuedAt })
}

const isOwn = and(eq(conversations.ownerId, sql.placeholder('ownerId')), isNull(conversations.deletedAt))
const selectMessages = prepared((orm) =>
  orm
    .select({
      id: queuedMessages.id,
      parts: queuedMessages.parts,
      replies: queuedMessages.replies,
      queuedAt: queuedMessages.queuedAt,
    })
    .from(queuedMessages)
    .innerJoin(conversations, eq(conversations.id, queuedMessages.conversationId))
    .where(
      and(
        eq(queuedMessages.conversationId, sql.placeholder('conversationId')),
        eq(queuedMessages.isRemoved, sql`0`),
        isOwn,
      ),
    )
    .orderBy(queuedMessages.position)
    .prepare(),
)
const selectHold = prepared((orm) =>
  orm
    .select({ hold: queueHolds.hold })
    .from(queueHolds)
    .where(eq(queueHolds.conversationId, sql.placeholder('conversationId')))
    .prepare(),
)
const selectId = prepared((orm) =>
  orm
    .select({ id: queuedMessages.id })
    .from(queuedMessages)
    .where(eq(queuedMessages.id, sql.placeholder('id')))
    .prepare(),
)
const selectRemoved = prepared((orm) =>
  orm
    .select({ id: queuedMessages.id })
    .from(queuedMessages)
    .innerJoin(conversations, eq(conversations.id, queuedMessages.conversationId))
    .where(
      and(
        eq(queuedMessages.id, sql.placeholder('id')),
        eq(queuedMessages.conversationId, sql.placeholder('conversationId')),
        eq(queuedMessages.isRemoved, sql`1`),
        isOwn,
      ),
    )
    .prepare(),
)
const selectWaiting = prepared((orm) =>
  orm
    .selectDistinct({ ownerId: conversations.ownerId, conversationId: conversations.id })
    .from(queuedMessages)
    .innerJoin(conversations, eq(conversations.id, queuedMessages.conversationId))
    .where(and(eq(queuedMessages.isRemoved, sql`0`), isNull(conversations.deletedAt)))
    .prepare(),
)
