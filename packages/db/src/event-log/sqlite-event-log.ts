import { type LoggedEvent, loggedEventSchema } from '@livetype/protocol'
import type { Database } from '../open-database.ts'
import { createCommitSchedule } from './commit-schedule.ts'
import { type EventLog, type LogName, parseLogName } from './event-log.ts'
import { followLogs } from './follow.ts'
import { createGroupCommit, type PendingAppend, type Schedule } from './group-commit.ts'
import { mergeDeltas } from './merge-deltas.ts'
import { createNotifier } from './notifier.ts'
import { createRecentEvents } from './recent-events.ts'
import { withSeq } from './with-seq.ts'

/** Keeps the tables in step with the log: called inside the transaction that stores the event (LOG4). */
export interface Projection {
  apply(log: LogName, event: LoggedEvent): void
  /** A transaction was rolled back: forget what was derived from events that are not there. */
  forget(): void
}

interface OpenLog {
  readonly id: number
  headSeq: number
}

/** The embedded engine: SQLite on the main thread, one transaction for all that became ready together. */
export function createSqliteEventLog(options: {
  database: Database
  projection: Projection
  /** Throws where another process has taken the database over: nothing may be stored then (RUN6). */
  assertWriter: () => void
  schedule?: Schedule
}): EventLog & { flush(): void } {
  const { database, projection, assertWriter } = options
  const { client } = database
  const notifier = createNotifier()
  const recent = createRecentEvents({
    maxLogs: 1024,
    // All runs write to the workspace's, and its followers are hinted at less often: they read further back.
    maxEventsOf: (log) => (parseLogName(log).kind === 'workspace' ? 1024 : 64),
  })
  const openLogs = new Map<LogName, OpenLog>()

  const insertEvent = client.prepare<[number, number, string]>(
    'INSERT INTO events (log_id, seq, payload) VALUES (?, ?, ?)',
  )
  const insertLog = client.prepare<[string]>('INSERT INTO logs (name) VALUES (?)')
  const selectLog = client.prepare<[string], { id: number; floorSeq: number; headSeq: number }>(
    `SELECT id, floor_seq AS floorSeq,
       coalesce((SELECT max(seq) FROM events WHERE log_id = logs.id), floor_seq) AS headSeq
     FROM logs WHERE name = ?`,
  )
  const selectEvents = client.prepare<[string, number, number], { seq: number; payload: string }>(
    `SELECT seq, payload FROM events
     WHERE log_id = (SELECT id FROM logs WHERE name = ?) AND seq > ? ORDER BY seq LIMIT ?`,
  )

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

  const store = client.transaction((appends: readonly PendingAppend[]) => {
    assertWriter()
    const stored: { log: LogName; event: LoggedEvent }[] = []
    for (const append of appends) {
      for (const { log, event } of append.entries) {
        const opened = openLog(log)
        const seq = opened.headSeq + 1
        insertEvent.run(opened.id, seq, JSON.stringify(event))
        opened.headSeq = seq
        const logged = withSeq(event, seq)
        projection.apply(log, logged)
        stored.push({ log, event: logged })
      }
    }
    return stored
  })

  const groupCommit = createGroupCommit((appends) => {
    let stored: ReturnType<typeof store>
    try {
      stored = store.immediate(appends)
    } catch (error) {
      // The heads counted events that were rolled back: read them again from what is really there.
      openLogs.clear()
      recent.clear()
      projection.forget()
      throw error
    }
    const touched = new Set<LogName>()
    for (const { log, event } of stored) {
      recent.add(log, event)
      touched.add(log)
    }
    for (const log of touched) notifier.notify(log)
  }, options.schedule ?? createCommitSchedule())

  const read: EventLog['read'] = async (log, afterSeq, limit) => {
    const inMemory = recent.after(log, afterSeq, limit)
    if (inMemory) return mergeDeltas(inMemory)
    if (afterSeq >= (openLogs.get(log)?.headSeq ?? Number.POSITIVE_INFINITY)) return []
    const rows = selectEvents.all(log, afterSeq, limit)
    return mergeDeltas(rows.map((row) => parseEvent(row.payload, row.seq)))
  }

  return {
    append: (entries) => groupCommit.append(entries),
    read,
    bounds: async (log) => {
      const row = selectLog.get(log)
      return { floorSeq: row?.floorSeq ?? 0, headSeq: row?.headSeq ?? 0 }
    },
    follow: (positions, signal) => followLogs({ read, notifier }, positions, signal),
    flush: () => groupCommit.flush(),
  }
}

/** Reads an event as it was stored; throws where it is not one. */
export function parseEvent(payload: string, seq: number): LoggedEvent {
  return loggedEventSchema.parse({ ...JSON.parse(payload), seq })
}
