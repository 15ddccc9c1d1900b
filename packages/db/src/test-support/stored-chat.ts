import type { LoggedEvent, Part } from '@livetype/protocol'
import BetterSqlite3 from 'better-sqlite3'
import { conversationLog } from '../event-log/event-log.ts'
import { parseEvent } from '../event-log/sqlite-event-log.ts'
import { partsSchema } from '../rows.ts'

/** A run as its table has it. */
export interface StoredRun {
  readonly id: string
  readonly messageId: string
  readonly conversationId: string
  readonly status: string
}

/**
 * What is in a server's file, read by a connection of its own that can't write: for proofs that do not take the
 * server's word for it. The server may run, or may have been killed.
 */
export interface StoredChat extends Disposable {
  readonly epoch: number
  /** The events of a conversation with `fromSeq <= seq <= toSeq`, as they were stored. */
  events(conversationId: string, fromSeq: number, toSeq: number): readonly LoggedEvent[]
  /** Events up to here may have been removed. */
  floorSeq(conversationId: string): number
  /** The parts of a message as its row has them: a reply's from the end of its run on. */
  parts(messageId: string): readonly Part[] | undefined
  /** All runs. */
  runs(): readonly StoredRun[]
  /** What the index of all messages takes, in bytes, with what has not been merged away. */
  searchIndexBytes(): number
  /** How often each run has ended, by its id. */
  endCounts(): ReadonlyMap<string, number>
}

/** @param path of the file, such as `<data folder>/livetype.db`. */
export function openStoredChat(path: string): StoredChat {
  const client = new BetterSqlite3(path, { readonly: true, fileMustExist: true })
  const selectEvents = client.prepare<[string, number, number], { seq: number; payload: string }>(
    `SELECT seq, payload FROM events
     WHERE log_id = (SELECT id FROM logs WHERE name = ?) AND seq BETWEEN ? AND ? ORDER BY seq`,
  )
  const selectFloor = client.prepare<[string], number>('SELECT floor_seq FROM logs WHERE name = ?').pluck()
  const selectParts = client.prepare<[string], string>('SELECT parts FROM messages WHERE id = ?').pluck()
  return {
    epoch: client.prepare<[], number>('SELECT epoch FROM database_state').pluck().get() ?? 0,
    events: (conversationId, fromSeq, toSeq) =>
      selectEvents
        .all(conversationLog(conversationId), fromSeq, toSeq)
        .map(({ seq, payload }) => parseEvent(payload, seq)),
    floorSeq: (conversationId) => selectFloor.get(conversationLog(conversationId)) ?? 0,
    parts(messageId) {
      const parts = selectParts.get(messageId)
      return parts === undefined ? undefined : partsSchema.parse(JSON.parse(parts))
    },
    runs: () =>
      client
        .prepare<[], StoredRun>(
          'SELECT id, message_id AS messageId, conversation_id AS conversationId, status FROM runs',
        )
        .all(),
    searchIndexBytes: () =>
      client
        .prepare<[], number>(
          `SELECT (SELECT coalesce(sum(length(block)), 0) FROM message_search_data)
             + (SELECT coalesce(sum(length(sz)), 0) FROM message_search_docsize)`,
        )
        .pluck()
        .get() ?? 0,
    endCounts: () =>
      new Map(
        client
          .prepare<[], { runId: string; count: number }>(
            `SELECT json_extract(payload, '$.runId') AS runId, count(*) AS count FROM events
             WHERE json_extract(payload, '$.type') = 'run-ended' GROUP BY runId`,
          )
          .all()
          .map(({ runId, count }) => [runId, count]),
      ),
    [Symbol.dispose]: () => {
      client.close()
    },
  }
}
