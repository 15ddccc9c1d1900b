import { existsSync, renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type BetterSqlite3 from 'better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type * as schema from './schema.ts'

const ownMigrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url))
const appliedTable = '__drizzle_migrations'

/**
 * Brings the schema up to date. A database that has data is copied beside itself first
 * (`<path>.before-<n>`, n being the number of the first migration it lacked).
 * @throws {Error} where the database was written by a newer program: it is left as it is.
 */
export function migrateDatabase(options: {
  client: BetterSqlite3.Database
  orm: BetterSQLite3Database<typeof schema>
  path: string
  migrationsFolder?: string | undefined
}): void {
  const { client, orm, path, migrationsFolder = ownMigrationsFolder } = options
  const known = readMigrationFiles({ migrationsFolder })
  const applied = appliedHashes(client)
  if (unknownMigrations(client, migrationsFolder).length > 0) {
    throw new Error(
      `The database ${path} was written by a newer version of Livetype. Start that version, or choose another LIVETYPE_DATA_DIR. Nothing was changed.`,
    )
  }
  if (applied.length === known.length) return
  if (applied.length > 0) backUp(client, path, applied.length)
  migrate(orm, { migrationsFolder })
}

/** The hashes of the migrations of a newer program that a database has had. */
export function unknownMigrations(client: BetterSqlite3.Database, migrationsFolder = ownMigrationsFolder): string[] {
  const known = new Set(readMigrationFiles({ migrationsFolder }).map((migration) => migration.hash))
  return appliedHashes(client).filter((hash) => !known.has(hash))
}

function appliedHashes(client: BetterSqlite3.Database): string[] {
  const table = client.prepare('SELECT 1 FROM sqlite_master WHERE type = ? AND name = ?').get('table', appliedTable)
  if (!table) return []
  return client.prepare<[], string>(`SELECT hash FROM ${appliedTable}`).pluck().all()
}

function backUp(client: BetterSqlite3.Database, path: string, appliedCount: number): void {
  const target = `${path}.before-${appliedCount + 1}`
  if (existsSync(target)) return
  // Under another name until it is whole: a copy that was cut off is no backup.
  const unfinished = `${target}.part`
  rmSync(unfinished, { force: true })
  client.prepare('VACUUM INTO ?').run(unfinished)
  renameSync(unfinished, target)
}
