import { and, count, eq, isNull } from 'drizzle-orm'
import type { Database } from '../open-database.ts'
import { conversations, runs } from '../schema.ts'

/** A run that has not ended, queued or running, with whose it is. */
export interface OpenRun {
  readonly runId: string
  readonly messageId: string
  readonly conversationId: string
  readonly ownerId: string
}

/** Where a run belongs, and whether it was taken back. */
export interface FoundRun {
  readonly messageId: string
  readonly isUndone: boolean
}

/** Reads runs. Calls on behalf of a person take the owner (DOOR1). */
export interface Runs {
  /** The owner's run with this id, ended or not, and the reply it belongs to. */
  find(ownerId: string, conversationId: string, runId: string): Promise<FoundRun | undefined>
  /** Whether any owner has a run with this id: such an id can't be taken. */
  isTaken(runId: string): Promise<boolean>
  /** How many replies of a conversation are being made, those in the queue too. */
  runningCount(ownerId: string, conversationId: string): Promise<number>
  /** All owners' runs that have not ended: for recovery at the start (RUN5). */
  allOpen(): Promise<OpenRun[]>
}

/** @see Runs */
export function createRuns({ orm }: Database): Runs {
  return {
    async find(ownerId, conversationId, runId) {
      const row = orm
        .select({ messageId: runs.messageId, status: runs.status })
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
      return row && { messageId: row.messageId, isUndone: row.status === 'undone' }
    },
    async isTaken(runId) {
      return orm.select({ id: runs.id }).from(runs).where(eq(runs.id, runId)).get() !== undefined
    },
    async runningCount(ownerId, conversationId) {
      const row = orm
        .select({ total: count() })
        .from(runs)
        .innerJoin(conversations, eq(conversations.id, runs.conversationId))
        .where(and(eq(conversations.id, conversationId), eq(conversations.ownerId, ownerId), isNull(runs.endedAt)))
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
        .where(isNull(runs.endedAt))
        .all()
    },
  }
}
