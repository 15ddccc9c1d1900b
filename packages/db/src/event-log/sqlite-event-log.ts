import { type LoggedEvent, loggedEventSchema } from '@livetype/protocol'
import type { Database } from '../open-database.ts'
import { createCommitSchedule } from './commit-schedule.ts'
import { type EventLog, type LogBounds, type LogName, parseLogName } from './event-log.ts'
import { createEventRows, type EventRow, headSeqSql } from './event-rows.ts'
import { followLogs } from './follow.ts'
import { createGroupCommit, type PendingAppend, type Schedule } from './group-commit.ts'
import { mergeDeltas } from './merge-deltas.ts'
import { createNotifier } from './notifier.ts'
import { pageOf } from './page.ts'
import { createRecentEvents } from './recent-events.ts'
import { storageFailed } from './storage-failure.ts'
import { createTurns } from './turns.ts'
import { withSeq } from './with-seq.ts'
import { createWriteTransaction, UnknownOutcomeError, type WriteTransaction } from './write-transaction.ts'

/** Keeps the tables in step with the log: called inside the transaction that stores the event (LOG4). */
export interface Projection {
  apply(log: LogName, event: LoggedEvent): void
  /** What was derived from events may not be so: forget it, and read the events again where it is needed. */
  forget(): void
}

/** Which line of history positions belong to. */
export interface Epoch {
  current: () => number
  /** Begins another; returns it. */
  raise(): number
}

interface OpenLog {
  readonly id: number
  headSeq: number
}

/** An event as one transaction stores it. */
interface StoredEvent {
  readonly log: LogName
  readonly logId: number
  readonly payload: string
  readonly event: LoggedEvent
}

/** The embedded engine: SQLite on the main thread, one transaction for all that became ready together. */
export function createSqliteEventLog(options: {
  database: Database
  projection: Projection
  /** Throws where another process has taken the database over: nothing may be stored then (RUN6). */
  assertWriter: () => void
  epoch: Epoch
  /** Commits something small if it can, for what that does to the WAL. */
  commitLittle: () => void
  schedule?: Schedule
  /** For tests, which let commits fail. */
  transact?: WriteTransaction
  /** For tests, which have few events: how many may lie in the order of their arrival. */
  maxArrived?: number | undefined
}): EventLog & { flush(): void } {
  const { database, projection, assertWriter, epoch, commitLittle } = options
  const { client } = database
  const transact = options.transact ?? createWriteTransaction(client)
  const notifier = createNotifier()
  const nextTurn = createTurns()
  const recent = createRecentEvents({
    maxLogs: 1024,
    // All runs write to the workspace's, and its followers are hinted at less often: they read further back.
    maxEventsOf: (log) => (parseLogName(log).kind === 'workspace' ? 1024 : 64),
    maxTextLength: 32 * 1024 * 1024,
  })
  const openLogs = new Map<LogName, OpenLog>()
  const rows = createEventRows(database, options)

  const insertLog = client.prepare<[string]>('INSERT INTO logs (name) VALUES (?)')
  const selectLog = client.prepare<[string], { id: number; floorSeq: number; headSeq: number }>(
    `SELECT id, floor_seq AS floorSeq, ${headSeqSql} AS headSeq FROM logs WHERE name = ?`,
  )
  const selectLogId = client.prepare<[string], number>('SELECT id FROM logs WHERE name = ?').pluck()
  const updateFloor = client.prepare<[number, number]>('UPDATE logs SET floor_seq = ? WHERE id = ?')

  const openLog = (name: LogName): OpenLog => {
    const known = openLogs.get(name)
    if (known) return known
    const row = selectLog.get(name)
    const opened = row
      ? { id: row.id, headSeq: row.headSeq }
      : { id: Number(insertLog.run(name).lastInsertRowid), headSeq: 0 }
    openLogs.set(name, opened)
    return opened
  }

  /** @param stored gets what is stored, also where the commit then fails. */
  const storeInto = (stored: StoredEvent[], appends: readonly PendingAppend[]) => {
    assertWriter()
    for (const append of appends) {
      for (const { log, event } of append.entries) {
        const opened = openLog(log)
        const seq = opened.headSeq + 1
        const payload = JSON.stringify(event)
        rows.insert(opened.id, { seq, payload })
        opened.headSeq = seq
        const logged = withSeq(event, seq)
        projection.apply(log, logged)
        stored.push({ log, logId: opened.id, payload, event: logged })
      }
    }
  }

  /** What is in memory may not be what is in the file: from now on the file is read. */
  const forget = () => {
    openLogs.clear()
    rows.forget()
    recent.clear()
    projection.forget()
  }

  const groupCommit = createGroupCommit((appends) => {
    const stored: StoredEvent[] = []
    try {
      transact(() => storeInto(stored, appends))
    } catch (error) {
      forget()
      if (!(error instanceof UnknownOutcomeError) || !isThere(stored)) throw error
    }
    const touched = new Set<LogName>()
    for (const { log, event } of stored) {
      recent.add(log, event)
      touched.add(log)
    }
    for (const log of touched) notifier.notify(log)
  }, options.schedule ?? createCommitSchedule())

  /**
   * Whether what a failed commit should have stored is in the file after all. Where it is not, a further commit, if
   * the store takes one, goes over the place in the WAL where the failed one had been written: it can't come to light
   * at a later start.
   */
  const isThere = (stored: readonly StoredEvent[]): boolean => {
    try {
      if (stored.every(({ logId, event, payload }) => rows.payload(logId, event.seq) === payload)) return true
    } catch {
      // What can't be read is not shown, so it is not there; the caller is told of the commit's own failure.
    }
    commitLittle()
    return false
  }

  const read: EventLog['read'] = async (log, afterSeq, limit) => {
    const inMemory = recent.after(log, afterSeq, limit)
    if (inMemory) return mergeDeltas(pageOf(inMemory, limit))
    if (afterSeq === openLogs.get(log)?.headSeq) return []
    const logId = openLogs.get(log)?.id ?? selectLogId.get(log)
    if (logId === undefined) return []
    return mergeDeltas(pageOf(parsed(rows.after(logId, afterSeq, limit)), limit))
  }

  const boundsFromDisk = (log: LogName): LogBounds => {
    const row = selectLog.get(log)
    return { epoch: epoch.current(), floorSeq: row?.floorSeq ?? 0, headSeq: row?.headSeq ?? 0 }
  }
  const bounds: EventLog['bounds'] = async (log) => boundsFromDisk(log)

  const pruneNow = (log: LogName, throughSeq: number, limit: number): LogBounds =>
    transact(() => {
      assertWriter()
      const row = selectLog.get(log)
      const floorSeq = row && Math.min(throughSeq, row.headSeq, row.floorSeq + limit)
      if (row && floorSeq !== undefined && floorSeq > row.floorSeq) {
        rows.deleteThrough(row.id, floorSeq)
        updateFloor.run(floorSeq, row.id)
      }
      return boundsFromDisk(log)
    })

  return {
    append: (entries) => groupCommit.append(entries),
    read,
    bounds,
    follow: (positions, signal, ofEpoch) =>
      followLogs({ read, bounds, notifier, nextTurn, epoch: epoch.current }, { positions, epoch: ofEpoch }, signal),
    async prune(log, throughSeq, limit) {
      try {
        const left = pruneNow(log, throughSeq, limit)
        recent.dropThrough(log, left.floorSeq)
        return left
      } catch (error) {
        forget()
        throw storageFailed(error)
      }
    },
    async raiseEpoch() {
      const raised = epoch.raise()
      forget()
      notifier.notifyAll()
      return raised
    },
    flush: () => groupCommit.flush(),
  }
}

function* parsed(rows: Iterable<EventRow>): Generator<LoggedEvent, void, void> {
  for (const { payload, seq } of rows) yield parseEvent(payload, seq)
}

/** Reads an event as it was stored; throws where it is not one. */
export function parseEvent(payload: string, seq: number): LoggedEvent {
  return loggedEventSchema.parse({ ...JSON.parse(payload), seq })
}
