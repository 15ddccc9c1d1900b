import type { NewEvent } from '@livetype/protocol'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { createCommitSchedule } from './commit-schedule.ts'
import { conversationLog, type NewEntry } from './event-log.ts'
import { createGroupCommit, type PendingAppend } from './group-commit.ts'
import { StorageError } from './storage-failure.ts'

const token = (run: number, offset: number): NewEntry => {
  const event: NewEvent = { type: 'text-delta', messageId: `reply-${run}`, partIndex: 0, offset, text: 'x' }
  return { log: conversationLog(`conversation-${run}`), event }
}
const failure = (code: string) => new StorageError('it failed', { cause: new BetterSqlite3.SqliteError('no', code) })

/** Time and turns that pass when the test says so. */
function createTime() {
  const state = { now: 0 }
  let timers: { at: number; callback: () => void }[] = []
  const after = (ms: number, callback: () => void) => {
    timers.push({ at: state.now + ms, callback })
  }
  return {
    now: () => state.now,
    after,
    advance(ms: number) {
      for (const until = state.now + ms; ; ) {
        const [next] = timers.toSorted((a, b) => a.at - b.at)
        if (!next || next.at > until) {
          state.now = until
          return
        }
        timers = timers.filter((timer) => timer !== next)
        state.now = next.at
        next.callback()
      }
    },
  }
}

it('[LOG3] fifty runs that write at once share their commits, and the first token of an idle log waits for none', async () => {
  const time = createTime()
  const groups: (readonly PendingAppend[])[] = []
  const commit = createGroupCommit((appends) => groups.push(appends), createCommitSchedule(time), time)
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  void commit.append([token(0, 0)])
  await turn()
  expect(groups).toHaveLength(1)
  groups.length = 0
  const tokensOfEach = 100
  for (let offset = 1; offset <= tokensOfEach; offset++) {
    for (let run = 0; run < 50; run++) void commit.append([token(run, offset)])
    await turn()
    time.advance(1)
  }
  time.advance(10)
  await turn()
  const events = groups.flat().flatMap((append) => append.entries)
  const textOf = ({ event }: NewEntry) => (event.type === 'text-delta' ? event.text : '')
  expect(events.map(textOf).join('')).toHaveLength(50 * tokensOfEach)
  // A millisecond a turn: once the burst is spent, four turns share a commit and a run's four tokens an event.
  expect(groups.length).toBeLessThan(tokensOfEach / 2)
  expect(Math.max(...groups.map((group) => group.length))).toBe(50)
})

describe('a store that is busy', () => {
  it('[LOG6] is waited for without holding up the loop, and what waits is stored in its order', async () => {
    const time = createTime()
    let busyTries = 3
    const stored: string[] = []
    const commit = createGroupCommit(
      (appends) => {
        if (busyTries-- > 0) throw failure('SQLITE_BUSY')
        for (const { entries } of appends) for (const { log } of entries) stored.push(log)
      },
      (run) => time.after(0, run),
      time,
    )
    const first = commit.append([token(1, 0)])
    time.advance(1)
    const second = commit.append([token(2, 0)])
    time.advance(30)
    expect(stored).toEqual([])
    time.advance(50)
    await Promise.all([first, second])
    expect(stored).toEqual(['c:conversation-1', 'c:conversation-2'])
  })

  it('[LOG6] for too long fails all that wait, with a sentence that says so', async () => {
    const time = createTime()
    let tries = 0
    const commit = createGroupCommit(
      () => {
        tries += 1
        throw failure('SQLITE_BUSY')
      },
      (run) => time.after(0, run),
      time,
    )
    const appends = [commit.append([token(1, 0)]), commit.append([token(2, 0)])]
    const results = Promise.allSettled(appends)
    time.advance(4_900)
    expect(tries).toBeGreaterThan(100)
    time.advance(200)
    for (const result of await results) {
      expect(result).toMatchObject({ reason: { code: 'storage-failed', message: expect.stringMatching(/locked/) } })
    }
  })
})

it('[LOG6] a full disk fails the whole group at one try', async () => {
  let tries = 0
  const commit = createGroupCommit(() => {
    tries += 1
    throw failure('SQLITE_FULL')
  })
  const results = await Promise.allSettled([1, 2, 3].map((run) => commit.append([token(run, 0)])))
  for (const result of results) {
    expect(result).toMatchObject({ reason: { code: 'storage-failed', message: expect.stringMatching(/disk is full/) } })
  }
  expect(tries).toBe(1)
})

it('[LOG6] what is pending at the end is stored or refused, never left', async () => {
  const commit = createGroupCommit(() => {
    throw failure('SQLITE_BUSY')
  })
  const append = commit.append([token(1, 0)])
  commit.flush()
  await expect(append).rejects.toMatchObject({ code: 'storage-failed' })
})
