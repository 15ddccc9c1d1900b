import type BetterSqlite3 from 'better-sqlite3'
import { asStorageError, StorageError } from './storage-failure.ts'

/** A commit failed, and only the file knows whether it counts. */
export class UnknownOutcomeError extends StorageError {}

/**
 * Runs work in one write transaction.
 * @throws {StorageError} where the store can't be written: nothing of it is there.
 * @throws {UnknownOutcomeError} where the commit itself failed: the caller must look.
 * @throws whatever the work threw: nothing of it is there.
 */
export type WriteTransaction = <Result>(work: () => Result) => Result

/** @see WriteTransaction */
export function createWriteTransaction(client: BetterSqlite3.Database): WriteTransaction {
  // At once for writing: a transaction that begins as a reader can be refused in its middle.
  const begin = client.prepare('BEGIN IMMEDIATE')
  const commit = client.prepare('COMMIT')
  const rollback = client.prepare('ROLLBACK')
  const undo = () => {
    // Some failures have SQLite roll back by itself.
    if (client.inTransaction) rollback.run()
  }
  return (work) => {
    try {
      begin.run()
    } catch (error) {
      throw asStorageError(error)
    }
    let result: ReturnType<typeof work>
    try {
      result = work()
    } catch (error) {
      undo()
      throw asStorageError(error)
    }
    try {
      commit.run()
    } catch (error) {
      undo()
      throw new UnknownOutcomeError('a commit failed', { cause: error })
    }
    return result
  }
}
