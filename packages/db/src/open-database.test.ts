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
  expect(own).toHaveLength(7)
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
  const copy = new BetterSqlite3(`${temporary.path}.before-3`, { readonly: true })
  expect(copy.prepare('SELECT count(*) FROM users').pluck().get()).toBe(1)
  expect(() => copy.prepare('SELECT * FROM added')).toThrow(/no such table/)
  copy.close()
})

it('copies nothing where there is nothing to migrate', async () => {
  await using temporary = openTemporaryDatabase()
  temporary.reopen()
  expect(readdirSync(dirname(temporary.path)).filter((name) => name.includes('before'))).toEqual([])
})

it('brings the replies of a first version along', () => {
  const folder = mkdtempSync(join(tmpdir(), 'livetype-db-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'livetype.db')
  const { client } = openDatabase({ path, durability: 'process', migrationsFolder: firstMigration() })
  client.exec(`INSERT INTO users VALUES ('local', 1);
    INSERT INTO conversations VALUES ('conversation-1', 'local', 'Hi', 'words', 1, 1, NULL);
    INSERT INTO messages VALUES ('question-1', 'conversation-1', NULL, 1, 'user', '[{"type":"text","text":"Hi"}]', 1);
    INSERT INTO messages VALUES ('reply-0001', 'conversation-1', 'question-1', 2, 'assistant', '[]', 1);
    INSERT INTO runs VALUES ('run-000001', 'reply-0001', 'conversation-1', 'demo', 'Demo', 'stopped', 2, NULL, NULL, 1, 2);`)
  client.close()
  const database = openChatDatabase({ path, durability: 'process' })
  onTestFinished(() => database.close())
  return expect(database.messages.find('local', 'reply-0001')).resolves.toMatchObject({
    message: { runId: 'run-000001', reply: { status: 'stopped' } },
  })
})

/** The migrations as the first version had them. */
function firstMigration(): string {
  const folder = copyOfMigrations()
  const journal = readJournal(folder)
  writeJournal(folder, { ...journal, entries: journal.entries.slice(0, 1) })
  return folder
}

/** The migrations of today and one more, as the next version would bring it. */
function withOneMoreMigration(sql: string): string {
  const folder = copyOfMigrations()
  const journal = readJournal(folder)
  const last = journal.entries.at(-1)
  if (!last) throw new Error('there are migrations')
  writeJournal(folder, {
    ...journal,
    entries: [...journal.entries, { ...last, idx: last.idx + 1, tag: '9999_more', when: last.when + 1 }],
  })
  writeFileSync(join(folder, '9999_more.sql'), sql)
  return folder
}

interface Journal {
  readonly entries: readonly { idx: number; tag: string; when: number }[]
}

function copyOfMigrations(): string {
  const folder = mkdtempSync(join(tmpdir(), 'livetype-migrations-'))
  cpSync(fileURLToPath(new URL('../migrations', import.meta.url)), folder, { recursive: true })
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

function readJournal(folder: string): Journal {
  return JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8'))
}

function writeJournal(folder: string, journal: Journal): void {
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify(journal))
}
