import type { Message } from '@livetype/protocol'
import type { Database } from '../open-database.ts'
import { foldRunFromDisk } from '../projection.ts'
import { type MessageRow, messageFromRows, type RunRow } from '../rows.ts'

/** A message from its rows; what a running reply has so far is in its events alone. */
export function messageFrom(
  database: Database,
  { messages: message, runs: run }: { messages: MessageRow; runs: RunRow | null },
): Message {
  if (run?.status !== 'running') return messageFromRows(message, run)
  return messageFromRows({ ...message, parts: JSON.stringify(foldRunFromDisk(database, run.id)) }, run)
}
