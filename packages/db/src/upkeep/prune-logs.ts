import { type LogName, parseLogName } from '../event-log/event-log.ts'
import type { Database } from '../open-database.ts'
import type { UpkeepContext } from './run-upkeep.ts'

/** How long what a run and its end said can be replayed, in milliseconds; whoever comes later reads a snapshot. */
const replayableMs = 10 * 60 * 1_000
/** How many events of a workspace's log can be replayed. */
const replayableWorkspaceEvents = 1_000
/** Events removed in one transaction. */
const maxEventsAtOnce = 500

/**
 * Prunes all logs: what their tables say now, no follower needs as events. Never past the start of a run that is open
 * (its text is in its events alone, LOG4) or that ended, or was taken back, a short while ago. Returns how many events
 * it removed.
 * @see SPEC.md LOG5
 */
export async function pruneLogs({ database, log, now, makeWay }: UpkeepContext): Promise<number> {
  const select = prepareQueries(database)
  let total = 0
  for (let found = select.nextLog(0); found; found = select.nextLog(found.id)) {
    const { headSeq } = await log.bounds(found.name)
    const throughSeq = select.throughSeq(found.name, { headSeq, since: now() - replayableMs })
    let { floorSeq } = found
    while (floorSeq < throughSeq) {
      const left = await log.prune(found.name, throughSeq, maxEventsAtOnce)
      total += left.floorSeq - floorSeq
      floorSeq = left.floorSeq
      if (!(await makeWay())) return total
    }
    if (!(await makeWay())) return total
  }
  return total
}

function prepareQueries({ client }: Database) {
  // Jumps from log to log along the key of the events: most logs have none left.
  const selectNext = client.prepare<{ afterId: number }, { id: number; name: LogName; floorSeq: number }>(
    `SELECT id, name, floor_seq AS floorSeq FROM logs
     WHERE id = (SELECT min(id) FROM (
       SELECT min(log_id) AS id FROM settled_events WHERE log_id > :afterId
       UNION ALL
       SELECT min(log_id) FROM arrived_events WHERE log_id > :afterId))`,
  )
  const selectFirstNeeded = client
    .prepare<{ id: string; since: number }, number | null>(
      `SELECT min(seq) FROM (
         SELECT min(start_seq) AS seq FROM runs WHERE conversation_id = :id AND (ended_at IS NULL OR ended_at >= :since)
         UNION ALL
         SELECT min(position) FROM messages WHERE conversation_id = :id AND created_at >= :since)`,
    )
    .pluck()
  return {
    nextLog: (afterId: number) => selectNext.get({ afterId }),
    throughSeq(name: LogName, { headSeq, since }: { headSeq: number; since: number }): number {
      const { kind, id } = parseLogName(name)
      if (kind === 'workspace') return headSeq - replayableWorkspaceEvents
      const firstNeeded = selectFirstNeeded.get({ id, since })
      return typeof firstNeeded === 'number' ? firstNeeded - 1 : headSeq
    },
  }
}
