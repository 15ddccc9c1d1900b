import { eq, sql } from 'drizzle-orm'
import type { Database } from './open-database.ts'
import { databaseState } from './schema.ts'

const rowId = 1

/** The epoch that positions belong to; 1 in a new database. */
export function readEpoch({ orm }: Database): number {
  orm.insert(databaseState).values({ id: rowId, epoch: 1 }).onConflictDoNothing().run()
  return orm.select().from(databaseState).where(eq(databaseState.id, rowId)).get()?.epoch ?? 1
}

/** Makes all cursors given out so far stale: their holders read a snapshot. Returns the new epoch. @see SPEC.md SUB2 */
export function raiseEpoch(database: Database): number {
  readEpoch(database)
  database.orm
    .update(databaseState)
    .set({ epoch: sql`${databaseState.epoch} + 1` })
    .where(eq(databaseState.id, rowId))
    .run()
  return readEpoch(database)
}

/** Whether a transaction that writes can commit right now; false on a full or read-only disk. */
export function canCommit({ orm }: Database): boolean {
  try {
    orm
      .update(databaseState)
      .set({ epoch: sql`${databaseState.epoch}` })
      .where(eq(databaseState.id, rowId))
      .run()
    return true
  } catch {
    // The caller asks yes or no; the log of the failing append has the cause.
    return false
  }
}
