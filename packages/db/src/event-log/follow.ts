import { isDelta, type LoggedEvent } from '@livetype/protocol'
import type { EventLog, LogBatch, LogBounds, LogName } from './event-log.ts'
import type { Notifier } from './notifier.ts'
import { isFullPage } from './page.ts'

/** Most events read for a follower at a time. */
const pageLimit = 256

/** What following needs of an engine. */
export interface FollowSource extends Pick<EventLog, 'read' | 'bounds'> {
  readonly notifier: Notifier
  epoch(): number
  /** Resolves when a follower that has read a full page may read the next one. */
  nextTurn(): Promise<void>
}

/**
 * The following that every engine shares: attach, read from the position, then wait for hints and read what they
 * name. What a follower costs is its positions. A position that can't be gone on from (pruned, of another epoch, ahead
 * of the log) gives a reset. @see SPEC.md SUB1, SUB2, SUB3
 */
export async function* followLogs(
  source: FollowSource,
  start: { readonly positions: ReadonlyMap<LogName, number>; readonly epoch: number | undefined },
  signal: AbortSignal,
): AsyncGenerator<LogBatch, void, void> {
  const current = new Map(start.positions)
  let currentEpoch = start.epoch ?? source.epoch()
  const waiter = source.notifier.attach(current.keys(), signal)
  const due = new Set(current.keys())
  try {
    while (!signal.aborted) {
      const [log] = due
      if (log === undefined) {
        for (const hinted of await waiter.hinted()) due.add(hinted)
        continue
      }
      due.delete(log)
      const afterSeq = current.get(log) ?? 0
      const events = await source.read(log, afterSeq, pageLimit)
      const last = events.at(-1)
      if (last && source.epoch() === currentEpoch && beginsAfter(events, afterSeq)) {
        current.set(log, last.seq)
        yield { type: 'events', log, events }
        // A page that was not full reached the end; whatever came since has left a hint.
        if (!isFullPage(events, { afterSeq, limit: pageLimit })) continue
        due.add(log)
        await source.nextTurn()
        continue
      }
      const bounds = await boundsFrom(source, currentEpoch, { log, all: current.keys() })
      if (!last && isWithin(bounds.get(log), { epoch: currentEpoch, seq: afterSeq })) continue
      for (const [name, { epoch: nextEpoch, headSeq }] of bounds) {
        current.set(name, headSeq)
        currentEpoch = nextEpoch
      }
      yield { type: 'reset', bounds }
    }
  } finally {
    waiter.detach()
  }
}

function beginsAfter(events: readonly LoggedEvent[], afterSeq: number): boolean {
  const first = events[0]
  return first !== undefined && (isDelta(first) ? (first.firstSeq ?? first.seq) : first.seq) === afterSeq + 1
}

function isWithin(bounds: LogBounds | undefined, position: { epoch: number; seq: number }): boolean {
  if (!bounds || bounds.epoch !== position.epoch) return false
  return position.seq >= bounds.floorSeq && position.seq <= bounds.headSeq
}

/** The bounds of one log; where an epoch has begun since `knownEpoch`, those of all logs, and all of one epoch. */
async function boundsFrom(
  source: FollowSource,
  knownEpoch: number,
  { log, all }: { log: LogName; all: Iterable<LogName> },
): Promise<ReadonlyMap<LogName, LogBounds>> {
  const names = [...all]
  for (;;) {
    const epoch = source.epoch()
    const bounds = new Map<LogName, LogBounds>()
    for (const name of epoch === knownEpoch ? [log] : names) bounds.set(name, await source.bounds(name))
    if (source.epoch() === epoch) return bounds
  }
}
