import type { EventLog, LogBatch, LogName } from './event-log.ts'
import type { Notifier } from './notifier.ts'

/** Most events read for a follower at a time: a long replay lets others run between its pages. */
const pageLimit = 256

/**
 * The following that every engine shares: attach, read from the position, then wait for hints and read what they
 * name. What a follower costs is its positions. @see SPEC.md SUB1, SUB3
 */
export async function* followLogs(
  { read, notifier }: { read: EventLog['read']; notifier: Notifier },
  positions: ReadonlyMap<LogName, number>,
  signal: AbortSignal,
): AsyncGenerator<LogBatch, void, void> {
  const current = new Map(positions)
  const waiter = notifier.attach(current.keys(), signal)
  try {
    let due: readonly LogName[] = [...current.keys()]
    while (!signal.aborted) {
      for (const log of due) {
        let isPageFull = true
        while (isPageFull) {
          const afterSeq = current.get(log) ?? 0
          const events = await read(log, afterSeq, pageLimit)
          const last = events.at(-1)
          if (!last) break
          current.set(log, last.seq)
          yield { log, events }
          if (signal.aborted) return
          // A page that was not full reached the end; whatever came since has left a hint.
          isPageFull = last.seq - afterSeq >= pageLimit
        }
      }
      due = await waiter.hinted()
    }
  } finally {
    waiter.detach()
  }
}
