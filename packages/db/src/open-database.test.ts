import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import BetterSqlite3 from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { openChatDatabase } from './chat-database.ts'
import { openDatabase } from './open-database.ts'
import { openTemporaryDatabase } from './test-support/temporary-database.ts'

it('makes every table STRICT', async () => {
  await using temporary = openTemporaryDatabase()
  const client = new BetterSqlite3(temporary.path, { readonly: true })
  const tables = client
    .prepare<[], { name: string; strict: number }>(
      "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'",
    )
    .all()
  client.close()
  const own = tables.filter(({ name }) => !name.startsWith('sqlite_') && name !== '__drizzle_migrations')
  expect(own).toHaveLength(19)
  expect(own.filter(({ strict }) => strict === 0)).toEqual([])
})

it.each([
  ['power', 2],
  ['process', 1],
] as const)('durability %s sets synchronous to %i, whatever was before', async (durability, synchronous) => {
  await using temporary = openTemporaryDatabase()
  const { client } = openDatabase({ path: temporary.path, durability })
  expect(client.pragma('synchronous', { simple: true })).toBe(synchronous)
  expect(client.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(client.pragma('foreign_keys', { simple: true })).toBe(1)
  client.close()
})

it('refuses a database that a newer version wrote, and leaves it as it is', async () => {
  await using temporary = openTemporaryDatabase()
  const client = new BetterSqlite3(temporary.path)
  client.prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('from-the-future', 1)").run()
  expect(() => openChatDatabase({ path: temporary.path, durability: 'process' })).toThrow(/newer version of Livetype/)
  expect(client.prepare('SELECT count(*) FROM users').pluck().get()).toBe(1)
  client.close()
})

it('copies a database that has data before it migrates it', async () => {
  await using temporary = openTemporaryDatabase()
  const { client } = openDatabase({
    path: temporary.path,
    durability: 'process',
    migrationsFolder: withOneMoreMigration('CREATE TABLE added (id INTEGER PRIMARY KEY) STRICT;'),
  })
  expect(client.prepare('SELECT count(*) FROM added').pluck().get()).toBe(0)
  client.close()
  const copies = readdirSync(dirname(temporary.path)).filter((name) => name.includes('.before-'))
  expect(copies).toHaveLength(1)
  const copy = new BetterSqlite3(join(dirname(temporary.path), copies[0] ?? ''), { readonly: true })
  expect(copy.prepare('SELECT count(*) FROM users').pluck().get()).toBe(1)
  expect(() => copy.prepare('SELECT * FROM added')).toThrow(/no such table/)
  copy.close()
})

it('copies nothing where there is nothing to migrate', async () => {
  await using temporary = openTemporaryDatabase()
  temporary.reopen()
  expect(readdirSync(dirname(temporary.path)).filter((name) => name.includes('before'))).toEqual([])
})

/** The migrations of today and one more, as the next version would bring it. */
function withOneMoreMigration(sql: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'livetype-migrations-'))
  cpSync(fileURLToPath(new URL('../migrations', import.meta.url)), folder, { recursive: true })
  const journalPath = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(journalPath, 'utf8'))
  const last = journal.entries.at(-1)
  journal.entries.push({ ...last, idx: last.idx + 1, tag: '9999_more', when: last.when + 1 })
  writeFileSync(journalPath, JSON.stringify(journal))
  writeFileSync(join(folder, '9999_more.sql'), sql)
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}
