import { createHash } from 'node:crypto'
import {
  type Share,
  type SharedConversation,
  sharedConversation,
  sharedConversationSchema,
  sharedFileIndex,
  shareSchema,
} from '@livetype/protocol'
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Database } from '../open-database.ts'
import { conversations, shares } from '../schema.ts'
import { selectConversationSnapshot } from './snapshots.ts'

/** Reads links. What is an owner's takes the owner (DOOR1); what anyone may read, the token alone (SHARE1). */
export interface Shares {
  /** The links of a conversation, the latest first. */
  of(ownerId: string, conversationId: string): Promise<Share[]>
  find(ownerId: string, shareId: string): Promise<Share | undefined>
  /** Whether any owner has or had a link with this id: such an id can't be taken. */
  isTaken(shareId: string): Promise<boolean>
  /** Whether a conversation is there to be shared: a temporary one never is. */
  canShare(ownerId: string, conversationId: string): Promise<boolean>
  /** What a link shows; undefined where it is none, was revoked, or its conversation is deleted. */
  read(token: string): Promise<SharedConversation | undefined>
  /** The upload that is a file of what a link shows, and whose it is. */
  readFile(token: string, fileId: string): Promise<{ ownerId: string; fileId: string } | undefined>
}

/** @see Shares */
export function createShares(database: Database): Shares {
  const { orm } = database
  return {
    async of(ownerId, conversationId) {
      const isOfIt = and(eq(shares.ownerId, ownerId), eq(shares.conversationId, conversationId))
      return orm
        .select(shareColumns)
        .from(shares)
        .where(isOfIt)
        .orderBy(desc(shares.createdAt), shares.id)
        .all()
        .map((row) => shareSchema.parse(row))
    },
    async find(ownerId, shareId) {
      const isIt = and(eq(shares.ownerId, ownerId), eq(shares.id, shareId))
      const row = orm.select(shareColumns).from(shares).where(isIt).get()
      return row && shareSchema.parse(row)
    },
    async isTaken(shareId) {
      return orm.select({ id: shares.id }).from(shares).where(eq(shares.id, shareId)).get() !== undefined
    },
    async canShare(ownerId, conversationId) {
      const isThere = and(
        eq(conversations.id, conversationId),
        eq(conversations.ownerId, ownerId),
        isNull(conversations.deletedAt),
        eq(conversations.isTemporary, false),
      )
      return orm.select({ id: conversations.id }).from(conversations).where(isThere).get() !== undefined
    },
    async read(token) {
      const row = selectByToken(database, token)
      return row && sharedConversationSchema.parse(JSON.parse(row.content))
    },
    async readFile(token, fileId) {
      const index = sharedFileIndex(fileId)
      const row = index === undefined ? undefined : selectByToken(database, token)
      const found = row?.fileIds === undefined ? undefined : row.fileIds.split(' ')[index ?? 0]
      return row && found ? { ownerId: row.ownerId, fileId: found } : undefined
    },
  }
}

/** Copies a conversation as it is at this moment, and keeps the copy under its link. */
export function saveShare(database: Database, ownerId: string, share: Share): void {
  const snapshot = selectConversationSnapshot(database, ownerId, {
    conversationId: share.conversationId,
    part: undefined,
  })
  if (!snapshot) throw new Error(`there is no conversation to be shared as ${share.id}`)
  const { content, fileIds } = sharedConversation(snapshot, share)
  const { hasBranches, hasSystemPrompt, updatedAt } = share
  const copy = { hasBranches, hasSystemPrompt, updatedAt, content: JSON.stringify(content), fileIds: fileIds.join(' ') }
  database.orm
    .insert(shares)
    .values({ ...share, ...copy, ownerId, tokenHash: hashOf(share.token) })
    .onConflictDoUpdate({ target: shares.id, set: copy })
    .run()
}

/** Takes a link back: nothing is left of it. */
export function removeShare({ orm }: Database, ownerId: string, shareId: string): void {
  orm
    .delete(shares)
    .where(and(eq(shares.ownerId, ownerId), eq(shares.id, shareId)))
    .run()
}

const shareColumns = {
  id: shares.id,
  conversationId: shares.conversationId,
  token: shares.token,
  hasBranches: shares.hasBranches,
  hasSystemPrompt: shares.hasSystemPrompt,
  createdAt: shares.createdAt,
  updatedAt: shares.updatedAt,
}

/** By the token's hash: how long that takes says nothing of the tokens there are. */
function selectByToken({ orm }: Database, token: string) {
  return orm
    .select({ ownerId: shares.ownerId, content: shares.content, fileIds: shares.fileIds })
    .from(shares)
    .innerJoin(conversations, eq(conversations.id, shares.conversationId))
    .where(and(eq(shares.tokenHash, hashOf(token)), isNull(conversations.deletedAt)))
    .get()
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
