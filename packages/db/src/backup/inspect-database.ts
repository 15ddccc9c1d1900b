import { statSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { unknownMigrations } from '../migrate-database.ts'
import { DamagedDatabaseError, isCorrupt } from './copy-database.ts'

/**
 * Makes sure that a file can take the database's place.
 * @throws {Error} where it is no database, not Livetype's, damaged, or of a newer version.
 */
export function assertRestorable(path: string): void {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new Error(`There is no file at ${path}.`)
  const client = new BetterSqlite3(path, { readonly: true, fileMustExist: true })
  try {
    if (!isOurs(client)) throw new Error(`${path} is a database, but not one of Livetype.`)
    if (unknownMigrations(client).length > 0) {
      throw new Error(`${path} was written by a newer version of Livetype. Restore it with that version.`)
    }
  } catch (error) {
    if (isCorrupt(error)) throw new DamagedDatabaseError(`${path} is damaged.`, { cause: error })
    if (isNoDatabase(error)) throw new Error(`${path} is no database of Livetype.`, { cause: error })
    throw error
  } finally {
    client.close()
  }
}

function isOurs(client: BetterSqlite3.Database): boolean {
  const names = client.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
  return ['__drizzle_migrations', 'database_state', 'logs'].every((name) => names.includes(name))
}

function isNoDatabase(error: unknown): boolean {
  return error instanceof BetterSqlite3.SqliteError && error.code === 'SQLITE_NOTADB'
}
