import type { ConversationSnapshot, WorkspaceSnapshot } from '@livetype/protocol'
import { eq, max } from 'drizzle-orm'
import { conversationLog, type LogName, workspaceLog } from '../event-log/event-log.ts'
import type { Database } from '../open-database.ts'
import { events, logs } from '../schema.ts'
import { selectConversation, selectConversations, selectMessages } from './conversations.ts'

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
    return { conversation, messages, seq: selectHeadSeq(database, conversationLog(conversationId)) }
  })
}

/** The list of conversations and the seq behind it, from one read transaction. */
export function selectWorkspaceSnapshot(database: Database, ownerId: string): Snapshot<WorkspaceSnapshot> {
  return database.orm.transaction(() => ({
    conversations: selectConversations(database, ownerId),
    seq: selectHeadSeq(database, workspaceLog(ownerId)),
  }))
}

function selectHeadSeq({ orm }: Database, name: LogName): number {
  const log = orm.select().from(logs).where(eq(logs.name, name)).get()
  if (!log) return 0
  const row = orm
    .select({ seq: max(events.seq) })
    .from(events)
    .where(eq(events.logId, log.id))
    .get()
  return row?.seq ?? log.floorSeq
}
