import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { openChatDatabase } from '../chat-database.ts'
import { conversationLog } from '../event-log/event-log.ts'
import {
  begunConversation,
  conversationId,
  delta,
  openTemporaryDatabase,
  runEnded,
} from '../test-support/temporary-database.ts'
import { backUpDatabase, backupName, keepNewestBackups, removeCutOffBackups } from './back-up-database.ts'
import { damage } from './damage.fixture.ts'

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'livetype-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

it('[BACKUP1] a backup has everything that was committed before it, in one file', async () => {
  await using temporary = openTemporaryDatabase()
  await temporary.database.log.append([...begunConversation, delta('text', 0, [0, 'Hello']), runEnded])
  const target = join(makeFolder(), 'new', 'copy.db')
  const backup = await backUpDatabase({ path: temporary.path, target })
  expect(backup).toMatchObject({ path: target, bytes: statSync(target).size })
  expect(readdirSync(dirname(target))).toEqual(['copy.db'])
  const copy = openChatDatabase({ path: target, durability: 'process' })
  const log = conversationLog(conversationId)
  expect(await copy.log.read(log, 0, 10)).toEqual(await temporary.database.log.read(log, 0, 10))
  copy.close()
})

it('[BACKUP1] it ends and is of one moment, while another connection writes between any two of its steps', async () => {
  await using temporary = openTemporaryDatabase()
  const { database } = temporary
  await database.log.append(begunConversation)
  const text = 'x'.repeat(100_000)
  for (let index = 0; index < 100; index++) await database.log.append([delta('text', 0, [index * text.length, text])])
  let appended = 100
  let isDone = false
  const writing = (async () => {
    while (!isDone) {
      await database.log.append([delta('text', 0, [appended * text.length, text])])
      appended += 1
    }
  })()
  const target = join(makeFolder(), 'copy.db')
  await backUpDatabase({ path: temporary.path, target })
  isDone = true
  await writing
  const copy = new BetterSqlite3(target, { readonly: true })
  const { count, last } =
    copy
      .prepare<[], { count: number; last: number }>(
        "SELECT count(*) AS count, max(seq) AS last FROM events WHERE log_id = (SELECT id FROM logs WHERE name LIKE 'c:%')",
      )
      .get() ?? expect.fail('it has rows')
  copy.close()
  expect(count).toBe(last)
  expect(last).toBeGreaterThanOrEqual(102)
  expect(last).toBeLessThanOrEqual(appended + 2)
})

it('[BACKUP1] a damaged database is not kept as a backup', async () => {
  await using temporary = openTemporaryDatabase()
  await temporary.database.log.append(begunConversation)
  const folder = makeFolder()
  const whole = join(folder, 'whole.db')
  await backUpDatabase({ path: temporary.path, target: whole })
  damage(whole)
  const target = join(folder, 'copy.db')
  await expect(backUpDatabase({ path: whole, target })).rejects.toThrow(/damaged/)
  expect(readdirSync(folder)).toEqual(['whole.db'])
})

it('[BACKUP1] one that is cut off leaves nothing behind', async () => {
  await using temporary = openTemporaryDatabase()
  const folder = makeFolder()
  const target = join(folder, 'copy.db')
  const signal = AbortSignal.abort(new Error('ended'))
  await expect(backUpDatabase({ path: temporary.path, target, signal })).rejects.toThrow('ended')
  expect(readdirSync(folder)).toEqual([])
})

it('writes over no file', async () => {
  await using temporary = openTemporaryDatabase()
  const target = join(makeFolder(), 'copy.db')
  writeFileSync(target, 'mine')
  await expect(backUpDatabase({ path: temporary.path, target })).rejects.toThrow(/already/)
  expect(readFileSync(target, 'utf8')).toBe('mine')
})

it('says where it looked when there is no database, and makes none', async () => {
  const folder = makeFolder()
  const path = join(folder, 'livetype.db')
  await expect(backUpDatabase({ path, target: join(folder, 'copy.db') })).rejects.toThrow(/LIVETYPE_DATA_DIR/)
  expect(existsSync(path)).toBe(false)
})

it('keeps the newest backups and whatever else is in the folder', () => {
  const folder = makeFolder()
  const names = [5, 1, 10, 3].map((day) => backupName(Date.UTC(2026, 0, day)))
  for (const name of [...names, 'mine.db', 'livetype.db']) writeFileSync(join(folder, name), '')
  expect(keepNewestBackups(folder, 2)).toHaveLength(2)
  expect(readdirSync(folder).sort()).toEqual(
    ['livetype.db', backupName(Date.UTC(2026, 0, 5)), backupName(Date.UTC(2026, 0, 10)), 'mine.db'].sort(),
  )
})

it('removes what killed backups left, once nobody can be writing it any more', () => {
  const folder = makeFolder()
  const now = Date.now()
  const names = [`${backupName(0)}.part`, 'mine.part', backupName(0)]
  for (const name of names) writeFileSync(join(folder, name), '')
  removeCutOffBackups(folder, now)
  expect(readdirSync(folder)).toHaveLength(3)
  removeCutOffBackups(folder, now + 2 * 24 * 60 * 60 * 1_000)
  expect(readdirSync(folder).sort()).toEqual([backupName(0), 'mine.part'].sort())
})
