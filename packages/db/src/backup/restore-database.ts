import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import BetterSqlite3 from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { becomeWriter, type DatabaseState, markAsSuccessor, readState } from '../database-state.ts'
import { fileFolderPath } from '../files/file-folder.ts'
import type { Database } from '../open-database.ts'
import * as schema from '../schema.ts'
import { copyWithFiles } from './back-up-database.ts'
import { copyDatabase, DamagedDatabaseError, syncToDisk } from './copy-database.ts'
import { backupFilesPath, copyFiles, damagedFiles, hashesIn } from './copy-files.ts'
import { assertRestorable } from './inspect-database.ts'

/** How long a server that was told to end may take: more than its grace period. */
const defaultPatienceMs = 30_000
const retryMs = 100
const maxPages = 0x7fffffff

/** What a restore has done. */
export interface Restoration {
  /** Where the database of before is; undefined where there was none. */
  readonly keptAside: string | undefined
  /** How many attachments the backup knows that are neither beside it nor here. */
  readonly missingFiles: number
}

/**
 * Brings a backup in as the database at `path`. A server that has the database open is superseded first, so that it
 * ends, and waited for: what it stored is in the copy kept aside, and none of it comes after the restore. All cursors
 * of before are stale then.
 *
 * The content comes in through SQLite, in one transaction of the file that is there, together with the epoch and the
 * writer that make it another history: no process is left writing to a file that has no name, no WAL of before meets
 * a file of after, and a power cut leaves one or the other.
 * @throws {Error} where the backup can't be used, the present database can't be read, or a server does not end. The
 *   database is as it was then.
 * @see SPEC.md BACKUP2
 */
export async function restoreDatabase(options: {
  path: string
  /** The backup. */
  from: string
  /** Epoch milliseconds. */
  now: number
  patienceMs?: number
  /** Called when another process has the database open and is waited for. */
  onWaiting?: () => void
}): Promise<Restoration> {
  const { path, from, now } = options
  assertRestorable(from)
  mkdirSync(dirname(path), { recursive: true })
  const successor = `${path}.restoring`
  rmSync(successor, { force: true })
  // The copy is checked before anything is touched: a damaged backup changes nothing.
  await copyDatabase(from, successor, { isChecked: true })
  try {
    const aside = `${path}.before-restore-${new Date(now).toISOString().replace(/[:.]/g, '-')}`
    const hashes = await soundFilesOf(from, successor)
    const present = existsSync(path) ? await takeOver(path, options) : undefined
    // Its attachments too: the server that starts next removes what its database does not know.
    if (present) await copyWithFiles(path, aside, { isChecked: false })
    else keepStrayFiles(path, aside)
    withDatabase(successor, (database) => markAsSuccessor(database, present))
    const missing = await copyFiles({ hashes, from: backupFilesPath(from), to: fileFolderPath(path) })
    await bringIn(successor, path)
    return { keptAside: present && aside, missingFiles: missing.length }
  } finally {
    rmSync(successor, { force: true })
  }
}

/** The hashes that a backup knows, all of whose files that are beside it are what they were. */
async function soundFilesOf(from: string, copy: string): Promise<readonly string[]> {
  const hashes = hashesIn(copy)
  const [damaged] = await damagedFiles(backupFilesPath(from), hashes)
  if (damaged) throw new DamagedDatabaseError(`An attachment of the backup is damaged: ${damaged}.`)
  return hashes
}

/** Supersedes the server that may have the database open, and resolves when nobody has. */
async function takeOver(
  path: string,
  options: { patienceMs?: number; onWaiting?: () => void },
): Promise<DatabaseState> {
  const { patienceMs = defaultPatienceMs, onWaiting } = options
  const state = supersede(path)
  const deadline = performance.now() + patienceMs
  for (let attempt = 0; !isAlone(path); attempt++) {
    if (attempt === 0) onWaiting?.()
    if (performance.now() > deadline) {
      throw new Error(
        `Another process still has ${path} open. Stop the server, and what may start it again, and repeat this. Nothing was restored.`,
      )
    }
    await wait(retryMs)
  }
  return state
}

function supersede(path: string): DatabaseState {
  try {
    return withDatabase(path, (database) => {
      becomeWriter(database, () => {})
      return readState(database)
    })
  } catch (error) {
    throw new Error(
      `${path} can not be read as a database of Livetype. Stop the server, move it away together with ${path}-wal and ${path}-shm, and repeat this.`,
      { cause: error },
    )
  }
}

/** Whether no other process has the database open. It is without a WAL then, until a server opens it again. */
function isAlone(path: string): boolean {
  const client = new BetterSqlite3(path, { fileMustExist: true, timeout: 0 })
  try {
    // Only who is alone may leave the WAL.
    client.pragma('journal_mode = DELETE')
    return true
  } catch (error) {
    if (error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false
    throw error
  } finally {
    client.close()
  }
}

/** A WAL without its database belongs to no file that comes. */
function keepStrayFiles(path: string, aside: string): void {
  for (const suffix of ['-wal', '-shm', '-journal']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix)
  }
}

/** Writes all pages of `successor` into `path`, in one transaction. */
async function bringIn(successor: string, path: string): Promise<void> {
  const client = new BetterSqlite3(successor, { readonly: true, fileMustExist: true })
  try {
    await client.backup(path, { progress: () => maxPages })
  } finally {
    client.close()
  }
  syncToDisk(path)
  syncToDisk(dirname(path))
}

function withDatabase<Result>(path: string, use: (database: Database) => Result): Result {
  const client = new BetterSqlite3(path, { fileMustExist: true })
  try {
    return use({ client, orm: drizzle(client, { schema }) })
  } finally {
    client.close()
  }
}
