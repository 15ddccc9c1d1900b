import { attachmentsOf, type LoggedEvent, type UserPart } from '@livetype/protocol'
import { and, eq, notExists, sql } from 'drizzle-orm'
import type { Database } from './open-database.ts'
import { prepared } from './prepared.ts'
import { queuedMessageFiles, queuedMessages, queueHolds } from './schema.ts'

type QueueEvent = Extract<
  LoggedEvent,
  { type: 'message-queued' | 'queued-message-edited' | 'queued-message-removed' | 'queue-held' }
>

/** Keeps the tables what the log says of queued messages. */
export interface QueueProjection {
  apply(conversationId: string, event: QueueEvent): void
  /** A message was added, perhaps out of the queue. */
  messageAdded(conversationId: string, messageId: string): void
  /** A run has begun: nothing is held any more. */
  runBegun(conversationId: string): void
}

/** @see QueueProjection */
export function createQueueProjection(database: Database): QueueProjection {
  const { orm } = database

  const setFiles = (messageId: string, parts: readonly UserPart[]) => {
    orm.delete(queuedMessageFiles).where(eq(queuedMessageFiles.messageId, messageId)).run()
    // A file that was removed since it was looked for is missed here, by its foreign key.
    for (const { fileId } of attachmentsOf({ parts }))
      orm.insert(queuedMessageFiles).values({ messageId, fileId }).run()
  }

  /** What is held is a queue with something in it. */
  const dropIdleHold = (conversationId: string) => {
    const waiting = orm
      .select({ id: queuedMessages.id })
      .from(queuedMessages)
      .where(and(eq(queuedMessages.conversationId, conversationId), eq(queuedMessages.isRemoved, sql`0`)))
    orm
      .delete(queueHolds)
      .where(and(eq(queueHolds.conversationId, conversationId), notExists(waiting)))
      .run()
  }

  return {
    apply(conversationId, event) {
      switch (event.type) {
        case 'message-queued': {
          const { id, parts, replies, queuedAt } = event.message
          const texts = { parts: JSON.stringify(parts), replies: JSON.stringify(replies) }
          orm
            .insert(queuedMessages)
            .values({ id, conversationId, position: event.seq, queuedAt, ...texts })
            .run()
          setFiles(id, parts)
          return
        }
        case 'queued-message-edited': {
          const { messageId, parts } = event
          const set = { parts: JSON.stringify(parts) }
          orm.update(queuedMessages).set(set).where(eq(queuedMessages.id, messageId)).run()
          setFiles(messageId, parts)
          return
        }
        case 'queued-message-removed': {
          const set = { parts: '[]', isRemoved: true }
          orm.update(queuedMessages).set(set).where(eq(queuedMessages.id, event.messageId)).run()
          setFiles(event.messageId, [])
          dropIdleHold(conversationId)
          return
        }
        case 'queue-held': {
          const hold = JSON.stringify(event.hold)
          orm
            .insert(queueHolds)
            .values({ conversationId, hold })
            .onConflictDoUpdate({ target: queueHolds.conversationId, set: { hold } })
            .run()
          return
        }
      }
    },
    messageAdded(conversationId, messageId) {
      if (deleteQueued(database).run({ id: messageId, conversationId }).changes > 0) dropIdleHold(conversationId)
    },
    runBegun(conversationId) {
      deleteHold(database).run({ conversationId })
    },
  }
}

const deleteQueued = prepared((orm) =>
  orm
    .delete(queuedMessages)
    .where(
      and(
        eq(queuedMessages.id, sql.placeholder('id')),
        eq(queuedMessages.conversationId, sql.placeholder('conversationId')),
      ),
    )
    .prepare(),
)
const deleteHold = prepared((orm) =>
  orm
    .delete(queueHolds)
    .where(eq(queueHolds.conversationId, sql.placeholder('conversationId')))
    .prepare(),
)
