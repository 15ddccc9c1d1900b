import { createWriteTransaction } from './event-log/write-transaction.ts'
import type { Database } from './open-database.ts'

/** No log has this id. */
const probeLogId = 0
/** What a commit of a few running replies writes: a full disk has room for a single page now and then. */
const usualBytes = 16_384

/** Commits that mean nothing but that commits are taken. */
export interface CommitProbe {
  /** Whether a commit of the usual size is taken right now: false on a full or read-only disk, and once superseded. */
  canCommit: () => boolean
  /** Commits as little as can be. */
  commitLittle: () => void
}

/** @see CommitProbe */
export function createCommitProbe({ client }: Database, assertWriter: () => void): CommitProbe {
  const transact = createWriteTransaction(client)
  const upsert = client.prepare<[number, string]>(
    `INSERT OR REPLACE INTO settled_events (log_id, seq, payload) VALUES (${probeLogId}, ?, ?)`,
  )
  let count = 0
  const commit = (seq: number, bytes: number): boolean => {
    try {
      transact(() => {
        assertWriter()
        // Something else each time and all over: SQLite writes no page that stays as it was.
        count += 1
        upsert.run(seq, `${count} `.repeat(bytes).slice(0, bytes))
      })
      return true
    } catch {
      // The caller asks yes or no; the log of the failing append has the cause.
      return false
    }
  }
  return {
    canCommit: () => commit(1, usualBytes),
    commitLittle: () => void commit(0, 16),
  }
}
