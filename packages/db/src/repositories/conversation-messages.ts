import {
  type ConversationPart,
  type ConversationSnapshot,
  comparedReplies,
  conversationFromSnapshot,
  type Message,
  type MessageNode,
  messagePath,
  outlineOf,
} from '@livetype/protocol'
import { and, eq, isNotNull, isNull, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../open-database.ts'
import { prepared } from '../prepared.ts'
import { messages, runs } from '../schema.ts'
import { messageFrom } from './message-from.ts'

/** The messages that a person chose, and that no sibling was added or chosen after. @see SPEC.md TREE1 */
export function selectChosenIds(database: Database, conversationId: string): string[] {
  const later = alias(messages, 'later')
  const isSibling = and(
    eq(later.conversationId, messages.conversationId),
    sql`${later.parentId} IS ${messages.parentId}`,
  )
  // Of replies that were asked for together only the first has come onto the path.
  const cameOntoPath = sql`CASE WHEN coalesce(${later.groupId}, ${later.id}) = ${later.id} THEN ${later.position} END`
  const isLater = sql`coalesce(${later.chosenSeq}, ${cameOntoPath}) > ${messages.chosenSeq}`
  const laterSibling = database.orm.select({ id: later.id }).from(later).where(and(isSibling, isLater))
  return database.orm
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), isNotNull(messages.chosenSeq), notExists(laterSibling)))
    .orderBy(messages.position)
    .all()
    .map(({ id }) => id)
}

/**
 * The messages of a conversation, in the order in which they were added, with what running replies have so far; where
 * `part` asks for fewer than there are, those, and the outline of all. @see SPEC.md PAGE1
 */
export function selectMessages(
  database: Database,
  found: Pick<ConversationSnapshot, 'conversation' | 'chosenIds' | 'seq'>,
  part: ConversationPart | undefined,
): Pick<ConversationSnapshot, 'messages' | 'outline'> {
  const conversationId = found.conversation.id
  const nodes = part ? selectNodes(database).all({ conversationId }).map(nodeFromRow) : []
  if (!part || nodes.length <= part.recent) {
    return {
      messages: selectAll(database)
        .all({ conversationId })
        .map((row) => messageFrom(database, row)),
    }
  }
  const outline = outlineOf(nodes)
  const state = conversationFromSnapshot({ ...found, messages: [], outline })
  const path = messagePath(state)
  const open = selectOpen(database).all({ conversationId })
  const ids = [
    ...path.slice(-part.recent),
    ...comparedReplies(state, path),
    ...open.map(({ messageId }) => messageId),
    ...(part.include ?? []),
  ]
  return { messages: selectMessagesAmong(database, conversationId, ids), outline }
}

/** Those of these messages that are in the conversation, in the order in which they were added. */
export function selectMessagesAmong(database: Database, conversationId: string, ids: readonly string[]): Message[] {
  const rows = selectAmong(database).all({ conversationId, ids: JSON.stringify(ids) })
  return rows.map((row) => messageFrom(database, row))
}

interface NodeRow {
  readonly id: string
  readonly parentId: string | null
  readonly role: string
  readonly groupId: string | null
}

function nodeFromRow({ id, parentId, role, groupId }: NodeRow): MessageNode {
  if (role === 'user') return { id, parentId, role }
  return { id, parentId, role: 'assistant', ...(groupId !== null && { groupId }) }
}

const { id, parentId, role, groupId } = messages
const ofConversation = eq(messages.conversationId, sql.placeholder('conversationId'))

// The index `messages_outline` has all of it.
const selectNodes = prepared((orm) =>
  orm.select({ id, parentId, role, groupId }).from(messages).where(ofConversation).orderBy(messages.position).prepare(),
)
const selectAll = prepared((orm) =>
  orm
    .select()
    .from(messages)
    .leftJoin(runs, eq(runs.id, messages.runId))
    .where(ofConversation)
    .orderBy(messages.position)
    .prepare(),
)
const selectAmong = prepared((orm) =>
  orm
    .select()
    .from(messages)
    .leftJoin(runs, eq(runs.id, messages.runId))
    .where(and(ofConversation, sql`${messages.id} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`))
    .orderBy(messages.position)
    .prepare(),
)
const selectOpen = prepared((orm) =>
  orm
    .select({ messageId: runs.messageId })
    .from(runs)
    .where(and(eq(runs.conversationId, sql.placeholder('conversationId')), isNull(runs.endedAt)))
    .prepare(),
)
