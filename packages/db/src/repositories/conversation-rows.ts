import type { ConversationSummary } from '@livetype/protocol'
import { and, count, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Database } from '../open-database.ts'
import { type ConversationRow, conversationFromRow } from '../rows.ts'
import { conversations, runs } from '../schema.ts'

/** What a summary is made of. */
export const summaryColumns = {
  id: conversations.id,
  title: conversations.title,
  titleOrigin: conversations.titleOrigin,
  createdAt: conversations.createdAt,
  updatedAt: conversations.updatedAt,
  isPinned: conversations.isPinned,
  isArchived: conversations.isArchived,
  isTemporary: conversations.isTemporary,
  tags: sql<string>`(SELECT json_group_array(tag) FROM conversation_tags WHERE conversation_id = conversations.id)`,
}

/** The owner's conversations that a list may show, in whatever order. */
export const listedOf = (ownerId: string) =>
  and(eq(conversations.ownerId, ownerId), isNull(conversations.deletedAt), eq(conversations.isTemporary, false))

/** Rows as summaries, with how many replies are being made in each. */
export function withRunning({ orm }: Database, rows: readonly ConversationRow[]): ConversationSummary[] {
  if (rows.length === 0) return []
  const running = orm
    .select({ conversationId: runs.conversationId, total: count() })
    .from(runs)
    .where(isNull(runs.endedAt))
    .groupBy(runs.conversationId)
    .all()
  const totals = new Map(running.map((row) => [row.conversationId, row.total]))
  return rows.map((row) => conversationFromRow(row, totals.get(row.id) ?? 0))
}

/** Those of `ids` that are the owner's and there, in the order of `ids`. */
export function selectSummaries(database: Database, ownerId: string, ids: readonly string[]): ConversationSummary[] {
  return selectAmong(database, ids, listedOf(ownerId))
}

/** Those of `ids` that are the owner's and were deleted, but not for good yet. */
export function selectDeletedSummaries(
  database: Database,
  ownerId: string,
  ids: readonly string[],
): ConversationSummary[] {
  return selectAmong(database, ids, and(eq(conversations.ownerId, ownerId), isNotNull(conversations.deletedAt)))
}

function selectAmong(database: Database, ids: readonly string[], where: ReturnType<typeof and>): ConversationSummary[] {
  const rows = database.orm
    .select(summaryColumns)
    .from(conversations)
    .where(and(where, inArray(conversations.id, [...ids])))
    .all()
  const byId = new Map(withRunning(database, rows).map((conversation) => [conversation.id, conversation]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
