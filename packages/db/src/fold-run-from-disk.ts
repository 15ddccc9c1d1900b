import { foldDelta, isDelta, type Part } from '@livetype/protocol'
import { and, eq, gt, sql } from 'drizzle-orm'
import { conversationLog, type LogName } from './event-log/event-log.ts'
import { parseEvent } from './event-log/sqlite-event-log.ts'
import type { Database } from './open-database.ts'
import { partsFromRow } from './rows.ts'
import { events, logs, messages, runs } from './schema.ts'

/**
 * The parts of an open run's reply: what was stored when the run began, and what its events on disk have added. A file
 * that was damaged gives what comes before the damage: a conversation that can be read is worth more than an error.
 */
export function foldRunFromDisk({ orm }: Pick<Database, 'orm'>, runId: string): Part[] {
  const found = orm
    .select()
    .from(runs)
    .innerJoin(messages, eq(messages.id, runs.messageId))
    .where(eq(runs.id, runId))
    .get()
  if (!found) throw new Error(`run ${runId} is in a log but not in the table`)
  const { runs: run, messages: message } = found
  const rows = orm
    .select({ seq: events.seq, payload: events.payload })
    .from(events)
    .where(and(eq(events.logId, logIdOf(conversationLog(run.conversationId))), gt(events.seq, run.startSeq)))
    .orderBy(events.seq)
    .all()
  let parts = partsFromRow(message)
  for (const row of rows) {
    const event = parseEvent(row.payload, row.seq)
    if (!isDelta(event) || event.messageId !== run.messageId) continue
    const next = foldDelta(parts, event)
    if (!next) break
    parts = next
  }
  return parts
}

function logIdOf(name: LogName) {
  return sql`(SELECT ${logs.id} FROM ${logs} WHERE ${logs.name} = ${name})`
}
