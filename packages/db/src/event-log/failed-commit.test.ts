import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LoggedEvent } from '@livetype/protocol'
import BetterSqlite3 from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { createCommitProbe } from '../commit-probe.ts'
import { becomeWriter, createEpoch } from '../database-state.ts'
import { openDatabase } from '../open-database.ts'
import { createProjection } from '../projection.ts'
import { ensureLocalOwner } from '../repositories/users.ts'
import { begunConversation, conversationId, delta, runEnded } from '../test-support/temporary-database.ts'
import { conversationLog } from './event-log.ts'
import { createSqliteEventLog } from './sqlite-event-log.ts'
import { createWriteTransaction, UnknownOutcomeError } from './write-transaction.ts'

const name = conversationLog(conversationId)
const diskFull = () => new BetterSqlite3.SqliteError('disk I/O error', 'SQLITE_IOERR_FSYNC')

/** The engine over a real file, with commits that the test lets fail: before or after the file has them. */
function openFallible() {
  const folder = mkdtempSync(join(tmpdir(), 'livetype-commit-'))
  const path = join(folder, 'chat.db')
  const database = openDatabase({ path, durability: 'process' })
  const now = () => 1
  ensureLocalOwner(database, now)
  const assertWriter = becomeWriter(database, () => {})
  const real = createWriteTransaction(database.client)
  const probe = createCommitProbe(database, assertWriter)
  const fault: { next: 'none' | 'lost' | 'kept' } = { next: 'none' }
  let settled = 0
  const log = createSqliteEventLog({
    database,
    projection: createProjection(database, now),
    assertWriter,
    epoch: createEpoch(database, { now, assertWriter }),
    commitLittle() {
      settled += 1
      probe.commitLittle()
    },
    transact(work) {
      const { next } = fault
      fault.next = 'none'
      if (next === 'none') return real(work)
      try {
        real(() => {
          work()
          if (next === 'lost') throw diskFull()
        })
      } catch {
        // The failure below stands for it.
      }
      throw new UnknownOutcomeError('a commit failed', { cause: diskFull() })
    },
  })
  onTestFinished(() => {
    database.client.close()
    rmSync(folder, { recursive: true })
  })
  return { log, fault, client: database.client, settled: () => settled }
}

const textOf = (event: LoggedEvent) => (event.type === 'text-delta' ? event.text : '')

it('[LOG6] a commit that failed and left nothing is refused, and can not come to light later', async () => {
  const { log, fault, settled } = openFallible()
  await log.append(begunConversation)
  fault.next = 'lost'
  await expect(log.append([delta('text', 0, [0, 'lost'])])).rejects.toMatchObject({ code: 'storage-failed' })
  expect(settled()).toBe(1)
  expect(await log.bounds(name)).toMatchObject({ headSeq: 2 })
  await log.append([delta('text', 0, [0, 'kept'])])
  expect((await log.read(name, 0, 10)).map((event) => event.seq)).toEqual([1, 2, 3])
})

it('[LOG1] a commit that failed but is in the file counts, and its followers hear of it', async () => {
  const { log, fault, settled } = openFallible()
  await log.append(begunConversation)
  const stop = new AbortController()
  const heard: LoggedEvent[] = []
  const following = (async () => {
    for await (const batch of log.follow(new Map([[name, 2]]), stop.signal)) {
      if (batch.type === 'events') heard.push(...batch.events)
      if (heard.some((event) => event.type === 'run-ended')) stop.abort()
    }
  })()
  fault.next = 'kept'
  await log.append([delta('text', 0, [0, 'kept'])])
  expect(settled()).toBe(0)
  await log.append([delta('text', 0, [4, ', all of it'])])
  await log.append([runEnded])
  await following
  expect(heard.map(textOf).join('')).toBe('kept, all of it')
})

it('[LOG6] a full database refuses what is new, says why, and takes it when there is room', async () => {
  const { log, client } = openFallible()
  await log.append(begunConversation)
  const pages = Number(client.pragma('page_count', { simple: true }))
  client.pragma(`max_page_count = ${pages}`)
  const long = 'x'.repeat(100_000)
  await expect(log.append([delta('text', 0, [0, long])])).rejects.toMatchObject({
    code: 'storage-failed',
    message: expect.stringMatching(/disk is full/),
    isRetryable: true,
  })
  expect(await log.read(name, 2, 10)).toEqual([])
  client.pragma(`max_page_count = ${pages + 1_000}`)
  await log.append([delta('text', 0, [0, long])])
  expect((await log.read(name, 2, 10)).map((event) => event.seq)).toEqual([3])
})

it('[LOG6] a lock that another connection holds is waited for while the loop goes on', async () => {
  const { log, client } = openFallible()
  await log.append(begunConversation)
  const other = new BetterSqlite3(client.name)
  onTestFinished(() => void other.close())
  other.exec('BEGIN IMMEDIATE')
  let isStored = false
  const append = log.append([delta('text', 0, [0, 'a'])]).then(() => {
    isStored = true
  })
  // The commit is tried in the next turn of the loop; what is told here is that the loop comes back from it.
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve))
  expect(isStored).toBe(false)
  expect(await log.read(name, 2, 10)).toEqual([])
  other.exec('ROLLBACK')
  await append
  expect((await log.read(name, 2, 10)).map((event) => event.seq)).toEqual([3])
})
