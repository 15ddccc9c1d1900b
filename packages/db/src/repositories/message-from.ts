import type { Message } from '@livetype/protocol'
import { and, eq, lt, ne, sql } from 'drizzle-orm'
import { foldRunFromDisk } from '../fold-run-from-disk.ts'
import type { Database } from '../open-database.ts'
import { prepared } from '../prepared.ts'
import { type MessageRow, messageFromRows, type RunRow } from '../rows.ts'
import { runs } from '../schema.ts'

/** A message from its rows; what an open run has added so far is in its events alone. */
export function messageFrom(
  database: Database,
  { messages: message, runs: run }: { messages: MessageRow; runs: RunRow | null },
): Message {
  if (!run) return messageFromRows(message, run)
  const earlier = run.partLengths === null ? [] : selectEarlierRuns(database).all(earlierThan(run))
  if (run.endedAt !== null) return messageFromRows(message, run, earlier)
  const parts = JSON.stringify(foldRunFromDisk(database, run.id))
  return messageFromRows({ ...message, parts }, run, earlier)
}

const earlierThan = ({ messageId, startSeq }: RunRow) => ({ messageId, startSeq })

const selectEarlierRuns = prepared((orm) =>
  orm
    .select()
    .from(runs)
    .where(
      and(
        eq(runs.messageId, sql.placeholder('messageId')),
        lt(runs.startSeq, sql.placeholder('startSeq')),
        ne(runs.status, 'undone'),
      ),
    )
    .orderBy(runs.startSeq)
    .prepare(),
)
