import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'

/** 4 MB with SQLite's usual pages: between two steps the process can hear that it should end. */
const pagesPerStep = 1024

/** A database, or the copy of one, that SQLite finds damaged. */
export class DamagedDatabaseError extends Error {
  override readonly name = 'DamagedDatabaseError'
}

/**
 * Copies a database as it stands at this moment, while others go on reading and writing it, into one file that needs
 * no other beside it. The copy has another name (`<target>.part`) until it is whole and on disk.
 * @throws {DamagedDatabaseError} where `isChecked` and the copy is damaged: none is left then.
 */
export async function copyDatabase(
  source: string,
  target: string,
  options: {
    isChecked: boolean
    signal?: AbortSignal | undefined
    /** What else must be done before it has its name; `part` is where it is until then. */
    beforeNamed?: (part: string) => Promise<void>
  },
): Promise<void> {
  const part = `${target}.part`
  if (existsSync(target)) throw new Error(`There is a file at ${target} already. It was left as it is.`)
  rmSync(part, { force: true })
  try {
    await copyPages(source, part, options.signal)
    finish(part, options.isChecked)
    await options.beforeNamed?.(part)
    // What is said in the conversations is as private in the copy.
    chmodSync(part, statSync(source).mode & 0o777)
    syncToDisk(part)
    renameSync(part, target)
    syncToDisk(dirname(target))
  } catch (error) {
    for (const path of [part, `${part}-journal`, `${part}-wal`, `${part}-shm`]) rmSync(path, { force: true })
    throw isCorrupt(error) ? new DamagedDatabaseError(`The database ${source} is damaged.`, { cause: error }) : error
  }
}

async function copyPages(source: string, part: string, signal: AbortSignal | undefined): Promise<void> {
  const client = new BetterSqlite3(source, { readonly: true, fileMustExist: true })
  try {
    // One read transaction around all steps. Without it, SQLite begins anew whenever another process has written
    // between two of them, and beside a server that streams it would never end.
    client.exec('BEGIN')
    client.prepare('SELECT count(*) FROM sqlite_schema').get()
    await client.backup(part, {
      progress() {
        signal?.throwIfAborted()
        return pagesPerStep
      },
    })
  } finally {
    client.close()
  }
}

/** Makes one file of it, without a WAL beside it, and has SQLite look through it. */
function finish(part: string, isChecked: boolean): void {
  const client = new BetterSqlite3(part, { fileMustExist: true })
  try {
    client.pragma('journal_mode = DELETE')
    if (isChecked) assertSound(client)
  } finally {
    client.close()
  }
}

/** @throws {DamagedDatabaseError} with what SQLite found first. */
function assertSound(client: BetterSqlite3.Database): void {
  const found = String(client.pragma('quick_check(1)', { simple: true }))
  if (found !== 'ok') throw new DamagedDatabaseError(`The database is damaged: ${found}.`)
}

/** Whether SQLite met pages that can't be. */
export function isCorrupt(error: unknown): boolean {
  return error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_CORRUPT')
}

/** Waits until a file, or the names in a folder, are on the disk. */
export function syncToDisk(path: string): void {
  // Windows opens no folder, and keeps the order of names itself.
  const isFolder = statSync(path).isDirectory()
  if (isFolder && process.platform === 'win32') return
  const file = openSync(path, isFolder ? 'r' : 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
