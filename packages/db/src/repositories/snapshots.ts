import type {
  ConversationPage,
  ConversationPart,
  ConversationSnapshot,
  GetMessages,
  ListConversations,
  Message,
  PageConversations,
  WorkspaceSnapshot,
} from '@livetype/protocol'
import { eq, sql } from 'drizzle-orm'
import { conversationLog, type LogName, workspaceLog } from '../event-log/event-log.ts'
import { headSeqSql } from '../event-log/event-rows.ts'
import type { Database } from '../open-database.ts'
import { prepared } from '../prepared.ts'
import { logs } from '../schema.ts'
import { selectConfiguration } from './configurations.ts'
import { selectList, selectPage } from './conversation-list.ts'
import { selectChosenIds, selectMessages, selectMessagesAmong } from './conversation-messages.ts'
import { selectSummaries } from './conversation-rows.ts'
import { selectConversation } from './conversations.ts'
import { selectLibrary } from './library.ts'
import { selectQueue } from './queues.ts'
import { selectSettings } from './settings.ts'

/** A snapshot before its position is made into a cursor. */
export type Snapshot<Shape> = Omit<Shape, 'cursor'>

/**
 * A conversation, its messages (all, or the part that is asked for) and the seq behind them, from one read transaction.
 * @see SPEC.md SUB2, PAGE1
 */
export function selectConversationSnapshot(
  database: Database,
  ownerId: string,
  { conversationId, part }: { conversationId: string; part: ConversationPart | undefined },
): Snapshot<ConversationSnapshot> | undefined {
  return database.orm.transaction(() => {
    const conversation = selectConversation(database, { ownerId, id: conversationId, state: 'present' })
    if (!conversation) return undefined
    const chosenIds = selectChosenIds(database, conversationId)
    const configuration = selectConfiguration(database, ownerId, conversationId)
    const queue = selectQueue(database, ownerId, conversationId)
    const seq = selectHeadSeq(database, conversationLog(conversationId))
    const found = { conversation, chosenIds, configuration, ...(queue.messages.length > 0 && { queue }), seq }
    return { ...found, ...selectMessages(database, found, part) }
  })
}

/** Those of these messages that are in the owner's conversation; undefined where there is no such conversation. */
export function selectMessagesOfConversation(
  database: Database,
  ownerId: string,
  { conversationId, messageIds }: GetMessages,
): Message[] | undefined {
  return database.orm.transaction(() => {
    if (!selectConversation(database, { ownerId, id: conversationId, state: 'present' })) return undefined
    return selectMessagesAmong(database, conversationId, messageIds)
  })
}

/** As much of the list of conversations as `input` says, the settings and the seq behind them, from one read transaction. */
export function selectWorkspaceSnapshot(
  database: Database,
  ownerId: string,
  input: ListConversations,
): Snapshot<WorkspaceSnapshot> {
  return database.orm.transaction(() => ({
    ...selectList(database, ownerId, input),
    settings: selectSettings(database, ownerId),
    library: selectLibrary(database, ownerId),
    seq: selectHeadSeq(database, workspaceLog(ownerId)),
  }))
}

/** A page of the list and the seq of the workspace's log at which it was so. */
export function selectConversationPage(
  database: Database,
  ownerId: string,
  input: PageConversations,
): ConversationPage {
  return database.orm.transaction(() => ({
    ...selectPage(database, ownerId, input),
    seq: selectHeadSeq(database, workspaceLog(ownerId)),
  }))
}

/** As a page, those of `ids` that are the owner's and there. */
export function selectSummaryPage(database: Database, ownerId: string, ids: readonly string[]): ConversationPage {
  return database.orm.transaction(() => ({
    conversations: selectSummaries(database, ownerId, ids),
    next: null,
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
