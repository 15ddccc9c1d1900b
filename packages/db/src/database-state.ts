import { eq, sql } from 'drizzle-orm'
import type { Epoch } from './event-log/sqlite-event-log.ts'
import type { Database } from './open-database.ts'
import { databaseState } from './schema.ts'

const rowId = 1

/** The epoch that positions belong to; 1 in a new database. */
export function readEpoch({ orm }: Database): number {
  orm.insert(databaseState).values({ id: rowId, epoch: 1 }).onConflictDoNothing().run()
  return orm.select().from(databaseState).where(eq(databaseState.id, rowId)).get()?.epoch ?? 1
}

/**
 * The epoch, and how another begins. An epoch is at least the time at which it began, in epoch milliseconds: the file
 * may be an older copy that was put in place, and counting on from there would give a number that other positions
 * have. @see SPEC.md SUB2
 */
export function createEpoch(database: Database, options: { now: () => number; assertWriter: () => void }): Epoch {
  let current = readEpoch(database)
  return {
    current: () => current,
    raise() {
      current = Math.max(current + 1, options.now())
      try {
        database.client
          .transaction(() => {
            options.assertWriter()
            database.orm.update(databaseState).set({ epoch: current }).where(eq(databaseState.id, rowId)).run()
          })
          .immediate()
      } catch {
        // On a full disk it counts all the same: the next start begins one of a later time.
      }
      return current
    },
  }
}

/** Far more than there can be openings of the file while a restore is on its way. */
const writerStride = 1_000_000

/**
 * Marks a copy that is about to take the database's place: cursors given out by either are stale, and whoever has the
 * database open until then is a writer no more. `present` is the state of the database that it replaces.
 * @see SPEC.md BACKUP2
 */
export function markAsSuccessor(database: Database, present: DatabaseState | undefined): void {
  const own = readState(database)
  database.orm
    .update(databaseState)
    .set({
      epoch: Math.max(own.epoch, present?.epoch ?? 0) + 1,
      writer: Math.max(own.writer, present?.writer ?? 0) + writerStride,
    })
    .where(eq(databaseState.id, rowId))
    .run()
}

/** What the one row says. */
export interface DatabaseState {
  readonly epoch: number
  readonly writer: number
}

/** @throws {Error} where the row is not there. */
export function readState({ orm }: Database): DatabaseState {
  const row = orm.select().from(databaseState).where(eq(databaseState.id, rowId)).get()
  if (!row) throw new Error('The database does not say what its epoch is.')
  return row
}

/** Another process has opened the database: this one must not write any more. */
export class SupersededError extends Error {
  override readonly name = 'SupersededError'

  constructor() {
    super('Another Livetype server has opened this database. Only the latest may write.')
  }
}

/**
 * Makes this opening of the file the one that may write, and every earlier one refuse to. Returns what asserts, inside
 * a transaction, that it still is. @see SPEC.md RUN6
 */
export function becomeWriter(database: Database, onSuperseded: () => void): () => void {
  readEpoch(database)
  const { client, orm } = database
  // In a transaction: by itself, a statement that returns a row says nothing of a commit that fails, as on a full disk.
  const claim = client.transaction(() =>
    orm
      .update(databaseState)
      .set({ writer: sql`${databaseState.writer} + 1` })
      .where(eq(databaseState.id, rowId))
      .returning({ writer: databaseState.writer })
      .get(),
  )
  const own = claim.immediate()?.writer
  // On the way of every commit: one prepared statement, no query builder.
  const select = client.prepare<[], number>(`SELECT writer FROM database_state WHERE id = ${rowId}`).pluck()
  let isSuperseded = false
  return () => {
    if (select.get() === own) return
    if (!isSuperseded) onSuperseded()
    isSuperseded = true
    throw new SupersededError()
  }
}
