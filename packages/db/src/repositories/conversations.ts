import type { ConversationSummary } from '@livetype/protocol'
import { and, count, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { conversationLog } from '../event-log/event-log.ts'
import type { Database } from '../open-database.ts'
import { prepared } from '../prepared.ts'
import { conversationFromRow } from '../rows.ts'
import { conversations, logs, runs } from '../schema.ts'
import { selectList, selectTags } from './conversation-list.ts'
import { selectDeletedSummaries, selectSummaries, summaryColumns } from './conversation-rows.ts'

/** Reads conversations. Every call takes the owner; another's are not there (DOOR1). Writing goes through the log. */
export interface Conversations {
  /** Those that are not archived, the last used first. */
  list(ownerId: string): Promise<ConversationSummary[]>
  /** The names of all tags in use, the most used first. */
  tags(ownerId: string): Promise<string[]>
  /** Those of these that are there, in this order. */
  findAll(ownerId: string, conversationIds: readonly string[]): Promise<ConversationSummary[]>
  /** Those of these that were deleted and can be restored. */
  findAllDeleted(ownerId: string, conversationIds: readonly string[]): Promise<ConversationSummary[]>
  find(ownerId: string, conversationId: string): Promise<ConversationSummary | undefined>
  /** One that was deleted and can be restored. */
  findDeleted(ownerId: string, conversationId: string): Promise<ConversationSummary | undefined>
  /** Whether any owner has or had this id, also one that is deleted or gone for good: such an id can't be taken. */
  isTaken(conversationId: string): Promise<boolean>
}

/** @see Conversations */
export function createConversations(database: Database): Conversations {
  return {
    async list(ownerId) {
      return selectList(database, ownerId, undefined).conversations
    },
    async tags(ownerId) {
      return selectTags(database, ownerId)
    },
    async findAll(ownerId, ids) {
      return selectSummaries(database, ownerId, ids)
    },
    async findAllDeleted(ownerId, ids) {
      return selectDeletedSummaries(database, ownerId, ids)
    },
    async find(ownerId, conversationId) {
      return selectConversation(database, { ownerId, id: conversationId, state: 'present' })
    },
    async findDeleted(ownerId, conversationId) {
      return selectConversation(database, { ownerId, id: conversationId, state: 'deleted' })
    },
    async isTaken(conversationId) {
      if (selectTaken(database).get({ id: conversationId })) return true
      return selectLog(database).get({ name: conversationLog(conversationId) }) !== undefined
    },
  }
}

/** One conversation of the owner, present or deleted. */
export function selectConversation(
  database: Database,
  { ownerId, id, state }: { ownerId: string; id: string; state: 'present' | 'deleted' },
): ConversationSummary | undefined {
  const select = state === 'deleted' ? selectDeleted : selectPresent
  const row = select(database).get({ id, ownerId })
  if (!row) return undefined
  return conversationFromRow(row, countRunning(database).get({ id })?.total ?? 0)
}

const ownConversation = and(
  eq(conversations.id, sql.placeholder('id')),
  eq(conversations.ownerId, sql.placeholder('ownerId')),
)
const selectPresent = prepared((orm) =>
  orm
    .select(summaryColumns)
    .from(conversations)
    .where(and(ownConversation, isNull(conversations.deletedAt)))
    .prepare(),
)
const selectDeleted = prepared((orm) =>
  orm
    .select(summaryColumns)
    .from(conversations)
    .where(and(ownConversation, isNotNull(conversations.deletedAt)))
    .prepare(),
)
const selectTaken = prepared((orm) =>
  orm
    .select({ id: conversations.id })
    .from(conversations)
    .where(eq(conversations.id, sql.placeholder('id')))
    .prepare(),
)
const selectLog = prepared((orm) =>
  orm
    .select({ id: logs.id })
    .from(logs)
    .where(eq(logs.name, sql.placeholder('name')))
    .prepare(),
)
const countRunning = prepared((orm) =>
  orm
    .select({ total: count() })
    .from(runs)
    .where(and(eq(runs.conversationId, sql.placeholder('id')), isNull(runs.endedAt)))
    .prepare(),
)
