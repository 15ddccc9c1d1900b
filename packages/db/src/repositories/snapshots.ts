import type { ConversationSnapshot, WorkspaceSnapshot } from '@livetype/protocol'
import { eq, sql } from 'drizzle-orm'
import { conversationLog, type LogName, workspaceLog } from '../event-log/event-log.ts'
import { headSeqSql } from '../event-log/event-rows.ts'
import type { Database } from '../open-database.ts'
import { prepared } from '../prepared.ts'
import { logs } from '../schema.ts'
import { selectChosenIds, selectConversation, selectConversations, selectMessages } from './conversations.ts'

/** A snapshot before its position is made into a cursor. */
export type Snapshot<Shape> = Omit<Shape, 'cursor'>

/** A conversation, its messages and the seq behind them, from one read transaction. @see SPEC.md SUB2 */
export function selectConversationSnapshot(
  database: Database,
  ownerId: string,
  conversationId: string,
): Snapshot<ConversationSnapshot> | undefined {
  return database.orm.transaction(() => {
    const conversation = selectConversation(database, { ownerId, id: conversationId, state: 'present' })
    if (!conversation) return undefined
    const messages = selectMessages(database, conversationId)
    const chosenIds = selectChosenIds(database, conversationId)
    return { conversation, messages, chosenIds, seq: selectHeadSeq(database, conversationLog(conversationId)) }
  })
}

/** The list of conversations and the seq behind it, from one read transaction. */
export function selectWorkspaceSnapshot(database: Database, ownerId: string): Snapshot<WorkspaceSnapshot> {
  return database.orm.transaction(() => ({
    conversations: selectConversations(database, ownerId),
    seq: selectHeadSeq(database, workspaceLog(ownerId)),
  }))
}

function selectHeadSeq(database: Database, name: LogName): number {
  return selectHead(database).get({ name })?.seq ?? 0
}

const selectHead = prepared((orm) =>
  orm
    .select({ seq: sql<number>`${sql.raw(headSeqSql)}` })
    .from(logs)
    .where(eq(logs.name, sql.placeholder('name')))
    .prepare(),
)
