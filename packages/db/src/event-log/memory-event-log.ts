import type { LoggedEvent } from '@livetype/protocol'
import type { EventLog, LogName } from './event-log.ts'
import { followLogs } from './follow.ts'
import { createGroupCommit, type Schedule } from './group-commit.ts'
import { mergeDeltas } from './merge-deltas.ts'
import { createNotifier } from './notifier.ts'
import { pageOf } from './page.ts'
import { createTurns } from './turns.ts'
import { withSeq } from './with-seq.ts'

interface MemoryLog {
  floorSeq: number
  events: LoggedEvent[]
}

/** An event log that forgets when the process ends: for tests. Same rules, same contract suite. */
export function createMemoryEventLog(options: { schedule?: Schedule } = {}): EventLog {
  const logs = new Map<LogName, MemoryLog>()
  const notifier = createNotifier()
  const nextTurn = createTurns()
  let epoch = 1
  const openLog = (name: LogName): MemoryLog => {
    const log = logs.get(name) ?? { floorSeq: 0, events: [] }
    logs.set(name, log)
    return log
  }
  const headOf = (log: MemoryLog) => log.floorSeq + log.events.length
  const groupCommit = createGroupCommit((appends) => {
    const touched = new Set<LogName>()
    for (const { log: name, event } of appends.flatMap((append) => append.entries)) {
      const log = openLog(name)
      log.events.push(withSeq(event, headOf(log) + 1))
      touched.add(name)
    }
    for (const name of touched) notifier.notify(name)
  }, options.schedule)
  const read: EventLog['read'] = async (name, afterSeq, limit) => {
    const log = logs.get(name)
    if (!log) return []
    const start = Math.max(0, afterSeq - log.floorSeq)
    return mergeDeltas(pageOf(log.events.slice(start), limit))
  }
  const bounds: EventLog['bounds'] = async (name) => {
    const log = logs.get(name)
    return { epoch, floorSeq: log?.floorSeq ?? 0, headSeq: log ? headOf(log) : 0 }
  }
  return {
    append: (entries) => groupCommit.append(entries),
    read,
    bounds,
    follow: (positions, signal, ofEpoch) =>
      followLogs({ read, bounds, notifier, nextTurn, epoch: () => epoch }, { positions, epoch: ofEpoch }, signal),
    async prune(name, throughSeq, limit) {
      const log = logs.get(name)
      if (log) {
        const pruned = Math.max(0, Math.min(throughSeq - log.floorSeq, limit, log.events.length))
        log.events = log.events.slice(pruned)
        log.floorSeq += pruned
      }
      return bounds(name)
    },
    async raiseEpoch() {
      epoch += 1
      notifier.notifyAll()
      return epoch
    },
  }
}
