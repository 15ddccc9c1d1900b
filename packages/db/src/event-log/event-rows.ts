import type { Database } from '../open-database.ts'

/** An event as it is stored: JSON without its seq. */
export interface EventRow {
  readonly seq: number
  readonly payload: string
}

/** How many rows may lie in the order of their arrival: few enough to be read over in a moment. */
const defaultMaxArrived = 4_096

/** The last seq of a log, as an expression for a query over `logs`. */
export const headSeqSql = `coalesce(
  (SELECT max(seq) FROM arrived_events WHERE log_id = logs.id),
  (SELECT max(seq) FROM settled_events WHERE log_id = logs.id),
  floor_seq)`

/**
 * The rows of all logs. New ones are written behind each other, whatever their log, so that a commit of fifty runs
 * fills a page or two instead of fifty; many at a time they are settled: sorted by log. All that writes must stand in
 * a transaction; what reads sees both places as one.
 */
export interface EventRows {
  insert(logId: number, row: EventRow): void
  /**
   * In order, up to `limit` of those with a seq greater than `afterSeq`, read as they are taken: all at once, since
   * nothing else can be asked of the database before.
   */
  after(logId: number, afterSeq: number, limit: number): IterableIterator<EventRow>
  payload(logId: number, seq: number): string | undefined
  deleteThrough(logId: number, seq: number): void
  /** A transaction was rolled back, or another process may have written: count anew. */
  forget(): void
}

/** @see EventRows */
export function createEventRows(
  { client }: Pick<Database, 'client'>,
  { maxArrived = defaultMaxArrived }: { maxArrived?: number | undefined } = {},
): EventRows {
  const insertArrived = client.prepare<[number, number, string]>(
    'INSERT INTO arrived_events (log_id, seq, payload) VALUES (?, ?, ?)',
  )
  const countArrived = client.prepare<[], number>('SELECT count(*) FROM arrived_events').pluck()
  const settleArrived = client.prepare(
    'INSERT INTO settled_events SELECT log_id, seq, payload FROM arrived_events ORDER BY log_id, seq',
  )
  const deleteArrived = client.prepare('DELETE FROM arrived_events')
  // Both sides ordered by themselves and then merged: a page of a long log reads no more than the page.
  const selectAfter = client.prepare<{ logId: number; afterSeq: number; limit: number }, EventRow>(
    `SELECT seq, payload FROM settled_events WHERE log_id = :logId AND seq > :afterSeq
     UNION ALL
     SELECT seq, payload FROM arrived_events WHERE log_id = :logId AND seq > :afterSeq
     ORDER BY seq LIMIT :limit`,
  )
  const selectPayload = client
    .prepare<[number, number], string>('SELECT payload FROM events WHERE log_id = ? AND seq = ?')
    .pluck()
  const deleteSettledThrough = client.prepare<[number, number]>(
    'DELETE FROM settled_events WHERE log_id = ? AND seq <= ?',
  )
  const deleteArrivedThrough = client.prepare<[number, number]>(
    'DELETE FROM arrived_events WHERE log_id = ? AND seq <= ?',
  )
  let arrivedCount: number | undefined

  return {
    insert(logId, { seq, payload }) {
      arrivedCount ??= countArrived.get() ?? 0
      if (arrivedCount >= maxArrived) {
        settleArrived.run()
        deleteArrived.run()
        arrivedCount = 0
      }
      insertArrived.run(logId, seq, payload)
      arrivedCount += 1
    },
    after: (logId, afterSeq, limit) => selectAfter.iterate({ logId, afterSeq, limit }),
    payload: (logId, seq) => selectPayload.get(logId, seq),
    deleteThrough(logId, seq) {
      deleteSettledThrough.run(logId, seq)
      deleteArrivedThrough.run(logId, seq)
    },
    forget() {
      arrivedCount = undefined
    },
  }
}
