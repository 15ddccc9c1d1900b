import type {
  ConversationPage,
  ConversationSummary,
  ListConversations,
  ListPosition,
  PageConversations,
  WorkspaceSnapshot,
} from '@livetype/protocol'
import { compareInList, conversationsPerPage } from '@livetype/protocol'
import { and, desc, eq, exists, sql } from 'drizzle-orm'
import type { Database } from '../open-database.ts'
import { conversations, conversationTags } from '../schema.ts'
import { listedOf, summaryColumns, withRunning } from './conversation-rows.ts'

/** Beyond so many a client reads no more anew at once: what lies behind them it pages through again. */
const maxReadAgain = 10_000

type ListedPart = Pick<WorkspaceSnapshot, 'conversations'> & { readonly next: ListPosition | null }

/** The conversations that are not archived, the last used first: as many as `input` asks for, and all that are pinned. */
export function selectList(database: Database, ownerId: string, input: ListConversations): ListedPart {
  const isShown = and(listedOf(ownerId), eq(conversations.isArchived, false))
  if (!input?.limit && !input?.through) return { conversations: select(database, isShown), next: null }
  const { limit = conversationsPerPage, through } = input
  const newest = part(select(database, isShown, limit + 1), limit)
  if (!newest.next) return newest
  const read =
    through && compareInList(through, newest.next) > 0
      ? part(select(database, and(isShown, isWithin(through)), maxReadAgain + 1), maxReadAgain)
      : newest
  const next = read.next ?? through ?? null
  const hasMore = next !== null && select(database, and(isShown, isAfter(next)), 1).length > 0
  const pinned = select(database, and(isShown, eq(conversations.isPinned, true)))
  const known = new Set(read.conversations.map(({ id }) => id))
  return {
    conversations: [...read.conversations, ...pinned.filter(({ id }) => !known.has(id))],
    next: hasMore ? next : null,
  }
}

/** A page of the list, pinned ones too. @see PageConversations */
export function selectPage(
  database: Database,
  ownerId: string,
  { after, isArchived = false, tag, limit = conversationsPerPage }: PageConversations,
): Omit<ConversationPage, 'seq'> {
  const isWanted = and(
    listedOf(ownerId),
    eq(conversations.isArchived, isArchived),
    ...(tag === undefined ? [] : [hasTag(database, tag)]),
    ...(after ? [isAfter(after)] : []),
  )
  return part(select(database, isWanted, limit + 1), limit)
}

/** All tags of the owner's conversations, the most used first. */
export function selectTags({ orm }: Database, ownerId: string): string[] {
  const total = sql<number>`count(*)`
  return orm
    .select({ tag: conversationTags.tag })
    .from(conversationTags)
    .innerJoin(conversations, eq(conversations.id, conversationTags.conversationId))
    .where(listedOf(ownerId))
    .groupBy(conversationTags.tag)
    .orderBy(desc(total), conversationTags.tag)
    .all()
    .map(({ tag }) => tag)
}

function select(database: Database, where: ReturnType<typeof and>, limit = -1): ConversationSummary[] {
  const rows = database.orm
    .select(summaryColumns)
    .from(conversations)
    .where(where)
    .orderBy(desc(conversations.updatedAt), desc(conversations.id))
    .limit(limit)
    .all()
  return withRunning(database, rows)
}

/** The first `limit`; the one beyond them tells that there are more. */
function part(read: readonly ConversationSummary[], limit: number): ListedPart {
  const taken = read.slice(0, limit)
  const last = taken.at(-1)
  return { conversations: taken, next: read.length > limit && last ? { updatedAt: last.updatedAt, id: last.id } : null }
}

const isAfter = ({ updatedAt, id }: ListPosition) =>
  sql`(${conversations.updatedAt}, ${conversations.id}) < (${updatedAt}, ${id})`

const isWithin = (position: ListPosition) =>
  sql`(${conversations.updatedAt}, ${conversations.id}) >= (${position.updatedAt}, ${position.id})`

const hasTag = ({ orm }: Database, tag: string) =>
  exists(
    orm
      .select({ tag: conversationTags.tag })
      .from(conversationTags)
      .where(and(eq(conversationTags.tag, tag), sql`${conversationTags.conversationId} = conversations.id`)),
  )
