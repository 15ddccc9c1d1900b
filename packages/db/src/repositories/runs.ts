import { and, count, eq, isNull } from 'drizzle-orm'
import type { Database } from '../open-database.ts'
import { conversations, runs } from '../schema.ts'

/** A run that has not ended, with whose it is. */
export interface OpenRun {
  readonly runId: string
  readonly messageId: string
  readonly conversationId: string
  readonly ownerId: string
}

/** Reads runs. Calls on behalf of a person take the owner (DOOR1). */
export interface Runs {
  /** Whether the owner has this run, ended or not. */
  exists(ownerId: string, conversationId: string, runId: string): Promise<boolean>
  /** How many replies of a conversation are being made. */
  runningCount(ownerId: string, conversationId: string): Promise<number>
  /** All owners' runs that have not ended: for recovery at the start (RUN5). */
  allOpen(): Promise<OpenRun[]>
}

/** @see Runs */
export function createRuns({ orm }: Database): Runs {
  return {
    async exists(ownerId, conversationId, runId) {
      const row = orm
        .select({ id: runs.id })
        .from(runs)
        .innerJoin(conversations, eq(conversations.id, runs.conversationId))
        .where(
          and(
            eq(runs.id, runId),
            eq(conversations.id, conversationId),
            eq(conversations.ownerId, ownerId),
            isNull(conversations.deletedAt),
          ),
        )
        .get()
      return row !== undefined
    },
    async runningCount(ownerId, conversationId) {
      const row = orm
        .select({ total: count() })
        .from(runs)
        .innerJoin(conversations, eq(conversations.id, runs.conversationId))
        .where(
          and(eq(conversations.id, conversationId), eq(conversations.ownerId, ownerId), eq(runs.status, 'running')),
        )
        .get()
      return row?.total ?? 0
    },
    async allOpen() {
      return orm
        .select({
          runId: runs.id,
          messageId: runs.messageId,
          conversationId: runs.conversationId,
          ownerId: conversations.ownerId,
        })
        .from(runs)
        .innerJoin(conversations, eq(conversations.id, runs.conversationId))
        .where(eq(runs.status, 'running'))
        .all()
    },
  }
}
