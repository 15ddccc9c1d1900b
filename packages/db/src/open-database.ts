import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { migrateDatabase } from './migrate-database.ts'
import * as schema from './schema.ts'

/** `power`: a commit survives a power cut (fsync at each). `process`: it survives a killed process. */
export type Durability = 'power' | 'process'

/** An open database: better-sqlite3's connection and Drizzle over it. */
export interface Database {
  readonly client: BetterSqlite3.Database
  readonly orm: BetterSQLite3Database<typeof schema>
}

/** Oldest SQLite without the bug that could corrupt a database when its WAL was reset. */
const oldestSafeSqlite = [3, 51, 3] as const

/** How long opening and migrating wait for another process: nobody is served yet. */
const openingBusyTimeoutMs = 5_000
/**
 * How long a statement of a server that serves waits, in milliseconds. All wait with it, so it is short; the log waits
 * on for a busy file, between turns of the loop.
 */
const servingBusyTimeoutMs = 50
/** Pages in the WAL from which on a commit copies them into the database. */
const checkpointPages = 1_000
/** To what a WAL that grew beyond it, as while a backup reads, is cut once it has been copied. */
const maxIdleWalBytes = 16 * 1024 * 1024

/**
 * Opens the file (and makes its folder), sets and asserts the pragmas, and migrates.
 * @throws {Error} where the schema is newer than this program, or a pragma did not take.
 */
export function openDatabase(options: {
  path: string
  durability: Durability
  /** For tests; by default the migrations of this package. */
  migrationsFolder?: string
}): Database {
  mkdirSync(dirname(options.path), { recursive: true })
  const client = new BetterSqlite3(options.path)
  try {
    assertSafeSqlite(client)
    setPragmas(client, options.durability)
    const orm = drizzle(client, { schema })
    migrateDatabase({ client, orm, path: options.path, migrationsFolder: options.migrationsFolder })
    client.pragma(`busy_timeout = ${servingBusyTimeoutMs}`)
    return { client, orm }
  } catch (error) {
    client.close()
    throw error
  }
}

function setPragmas(client: BetterSqlite3.Database, durability: Durability): void {
  const wanted = {
    journal_mode: 'wal',
    synchronous: durability === 'power' ? 2 : 1,
    foreign_keys: 1,
    busy_timeout: openingBusyTimeoutMs,
    trusted_schema: 0,
    wal_autocheckpoint: checkpointPages,
    journal_size_limit: maxIdleWalBytes,
    // What is removed is overwritten: nobody reads it out of the file afterwards (TEMP1).
    secure_delete: 1,
  }
  for (const [name, value] of Object.entries(wanted)) {
    client.pragma(`${name} = ${value}`)
    const actual = client.pragma(name, { simple: true })
    if (actual !== value) throw new Error(`SQLite did not take ${name} = ${value}: it is ${String(actual)}.`)
  }
}

function assertSafeSqlite(client: BetterSqlite3.Database): void {
  const version = String(client.prepare('SELECT sqlite_version()').pluck().get())
  const numbers = version.split('.').map(Number)
  for (const [index, oldest] of oldestSafeSqlite.entries()) {
    const number = numbers[index] ?? 0
    if (number > oldest) return
    if (number < oldest) {
      throw new Error(`SQLite ${version} can corrupt a database; ${oldestSafeSqlite.join('.')} or newer is needed.`)
    }
  }
}
