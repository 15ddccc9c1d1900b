import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { type ChatDatabase, openChatDatabase } from '../chat-database.ts'
import { conversationLog } from '../event-log/event-log.ts'
import { begunConversation, conversationId, delta, openTemporaryDatabase } from '../test-support/temporary-database.ts'
import { backUpDatabase } from './back-up-database.ts'
import { damage } from './damage.fixture.ts'
import { restoreDatabase } from './restore-database.ts'

const log = conversationLog(conversationId)
const now = Date.UTC(2026, 0, 1)

/** A database with a backup that has less than it. */
async function prepare() {
  const temporary = openTemporaryDatabase()
  onTestFinished(() => temporary[Symbol.asyncDispose]())
  await temporary.database.log.append([...begunConversation, delta('text', 0, [0, 'before'])])
  const folder = mkdtempSync(join(tmpdir(), 'livetype-restore-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const from = join(folder, 'copy.db')
  await backUpDatabase({ path: temporary.path, target: from })
  await temporary.database.log.append([delta('text', 0, [6, ' and after'])])
  return { temporary, path: temporary.path, from, folder }
}

const textIn = async (database: ChatDatabase) =>
  (await database.log.read(log, 2, 10)).map((event) => ('text' in event ? event.text : '')).join('')

function readText(path: string): string {
  const client = new BetterSqlite3(path, { readonly: true })
  const payloads = client.prepare<[], string>("SELECT payload FROM events WHERE payload LIKE '%text-delta%'").pluck()
  const text = payloads.all().map((payload) => JSON.parse(payload).text)
  client.close()
  return text.join('')
}

it('[BACKUP2] what was restored is there, and the database of before is kept whole', async () => {
  const { temporary, path, from } = await prepare()
  temporary.database.close()
  const { keptAside } = await restoreDatabase({ path, from, now })
  expect(keptAside).toBe(`${path}.before-restore-2026-01-01T00-00-00-000Z`)
  expect(readText(keptAside ?? '')).toBe('before and after')
  expect(readdirSync(dirname(path)).sort()).toEqual([
    'files',
    'livetype.db',
    'livetype.db.before-restore-2026-01-01T00-00-00-000Z',
  ])
  expect(await textIn(temporary.reopen())).toBe('before')
})

it('[BACKUP2] [SUB2] the epoch is above that of the backup and that of what it replaces', async () => {
  const { temporary, path, from } = await prepare()
  for (let times = 0; times < 3; times++) await temporary.database.log.raiseEpoch()
  const before = await temporary.database.log.raiseEpoch()
  temporary.database.close()
  await restoreDatabase({ path, from, now })
  const { epoch } = await temporary.reopen().log.bounds(log)
  expect(epoch).toBeGreaterThan(before)
})

it('[BACKUP2] [RUN6] a server that is still running is superseded, ends, and stores nothing in between', async () => {
  const { temporary, path, from } = await prepare()
  temporary.database.close()
  const superseded = Promise.withResolvers<void>()
  const running = openChatDatabase({ path, durability: 'process', onSuperseded: superseded.resolve })
  const waiting = Promise.withResolvers<void>()
  const restoring = restoreDatabase({ path, from, now, onWaiting: waiting.resolve })
  await waiting.promise
  await expect(running.log.append([delta('text', 0, [16, ' too late'])])).rejects.toMatchObject({
    code: 'storage-failed',
  })
  await superseded.promise
  expect(await textIn(running)).toBe('before and after')
  running.close()
  const { keptAside } = await restoring
  expect(readText(keptAside ?? '')).toBe('before and after')
  expect(await textIn(temporary.reopen())).toBe('before')
})

it('[RUN6] a server that stores nothing notices by itself that it was superseded', async () => {
  const { temporary, path } = await prepare()
  const superseded = Promise.withResolvers<void>()
  temporary.database.close()
  const idle = openChatDatabase({ path, durability: 'process', onSuperseded: superseded.resolve })
  temporary.reopen()
  await superseded.promise
  idle.close()
})

it('[BACKUP2] a server that does not end keeps its database', async () => {
  const { temporary, path, from } = await prepare()
  await expect(restoreDatabase({ path, from, now, patienceMs: 0 })).rejects.toThrow(/Nothing was restored/)
  expect(readdirSync(dirname(path)).filter((name) => !/^files$|^livetype\.db(-wal|-shm)?$/.test(name))).toEqual([])
  expect(await textIn(temporary.reopen())).toBe('before and after')
})

it('[BACKUP2] a restore to where nothing is meets no WAL of before', async () => {
  const { temporary, path, from } = await prepare()
  temporary.database.close()
  const stray = `${path}-wal`
  rmSync(path)
  writeFileSync(stray, 'of a database that is gone')
  const { keptAside } = await restoreDatabase({ path, from, now })
  expect(keptAside).toBeUndefined()
  expect(existsSync(stray)).toBe(false)
  expect(await textIn(temporary.reopen())).toBe('before')
})

it.each([
  ['that is not there', () => {}, /no file/],
  ['that is no database', (path: string) => writeFileSync(path, 'a text\n'.repeat(2_000)), /no database of Livetype/],
  ['of another program', (path: string) => execute(path, 'CREATE TABLE notes (id INTEGER)'), /not one of Livetype/],
] as const)('[BACKUP2] refuses a file %s and touches nothing', async (_, write, reason) => {
  const { temporary, path, folder } = await prepare()
  const from = join(folder, 'other.db')
  write(from)
  await expect(restoreDatabase({ path, from, now })).rejects.toThrow(reason)
  await temporary.database.log.append([delta('text', 0, [16, '!'])])
  expect(await textIn(temporary.database)).toBe('before and after!')
})

it('[BACKUP2] refuses a backup of a newer version, or a damaged one, and touches nothing', async () => {
  const { temporary, path, from, folder } = await prepare()
  const damaged = join(folder, 'damaged.db')
  await backUpDatabase({ path, target: damaged })
  damage(damaged)
  await expect(restoreDatabase({ path, from: damaged, now })).rejects.toThrow(/damaged/)
  execute(from, "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('from-the-future', 1)")
  await expect(restoreDatabase({ path, from, now })).rejects.toThrow(/newer version/)
  await temporary.database.log.append([delta('text', 0, [16, '!'])])
  expect(readdirSync(dirname(path)).filter((name) => !/^files$|^livetype\.db(-wal|-shm)?$/.test(name))).toEqual([])
})

it('[BACKUP2] says what to do where the present file can’t be read', async () => {
  const { temporary, path, from } = await prepare()
  temporary.database.close()
  writeFileSync(path, 'x'.repeat(10_000))
  await expect(restoreDatabase({ path, from, now })).rejects.toThrow(/move it away/)
  rmSync(path)
  temporary.reopen()
})

function execute(path: string, sql: string): void {
  const client = new BetterSqlite3(path)
  client.exec(sql)
  client.close()
}
