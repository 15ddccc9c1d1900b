import type { LoggedEvent } from '@livetype/protocol'
import type { EventLog, LogName } from './event-log.ts'
import { followLogs } from './follow.ts'
import { createGroupCommit, type Schedule } from './group-commit.ts'
import { mergeDeltas } from './merge-deltas.ts'
import { createNotifier } from './notifier.ts'
import { withSeq } from './with-seq.ts'

/** An event log that forgets when the process ends: for tests. Same rules, same contract suite. */
export function createMemoryEventLog(options: { schedule?: Schedule } = {}): EventLog {
  const eventsByLog = new Map<LogName, LoggedEvent[]>()
  const notifier = createNotifier()
  const groupCommit = createGroupCommit((appends) => {
    const touched = new Set<LogName>()
    for (const { log, event } of appends.flatMap((append) => append.entries)) {
      const events = eventsByLog.get(log) ?? []
      eventsByLog.set(log, events)
      events.push(withSeq(event, events.length + 1))
      touched.add(log)
    }
    for (const log of touched) notifier.notify(log)
  }, options.schedule)
  const read: EventLog['read'] = async (log, afterSeq, limit) =>
    mergeDeltas((eventsByLog.get(log) ?? []).slice(afterSeq, afterSeq + limit))
  return {
    append: (entries) => groupCommit.append(entries),
    read,
    bounds: async (log) => ({ floorSeq: 0, headSeq: eventsByLog.get(log)?.length ?? 0 }),
    follow: (positions, signal) => followLogs({ read, notifier }, positions, signal),
  }
}
