import type { EventLog, LogBatch, LogName } from './event-log.ts'
import type { Notifier } from './notifier.ts'

/** Most events read for a follower at a time: a long replay lets others run between its pages. */
const pageLimit = 256

/**
 * The following that every engine shares: attach, read from the position, then wait for hints and read again.
 * What a follower costs is its positions. @see SPEC.md SUB1, SUB3
 */
export async function* followLogs(
  { read, notifier }: { read: EventLog['read']; notifier: Notifier },
  positions: ReadonlyMap<LogName, number>,
  signal: AbortSignal,
): AsyncGenerator<LogBatch, void, void> {
  const current = new Map(positions)
  const waiter = notifier.attach(current.keys())
  try {
    while (!signal.aborted) {
      let isQuiet = true
      for (const [log, afterSeq] of current) {
        const events = await read(log, afterSeq, pageLimit)
        const last = events.at(-1)
        if (!last) continue
        current.set(log, last.seq)
        isQuiet = false
        yield { log, events }
        if (signal.aborted) return
      }
      if (isQuiet) await waiter.wait(signal)
    }
  } finally {
    waiter.detach()
  }
}
