import type { LoggedEvent } from '@livetype/protocol'
import type { LogName } from './event-log.ts'
import { textLengthOf } from './page.ts'

interface Tail {
  /** The newest committed events, without holes. */
  events: LoggedEvent[]
  /** Of the events' texts, in UTF-16 units. */
  textLength: number
}

/** How much the tails may hold. */
interface RecentLimits {
  readonly maxLogs: number
  maxEventsOf(log: LogName): number
  /** Of all texts together, in UTF-16 units; the newest log keeps its tail, however long. */
  readonly maxTextLength: number
}

/**
 * The newest committed events of the logs in use, in memory, so that followers at the live edge read no disk.
 * Bounded in logs, in events of each and in the length of their texts; whoever is further behind reads the disk.
 */
export function createRecentEvents(limits: RecentLimits) {
  const tails = new Map<LogName, Tail>()
  let textLength = 0

  const forget = (log: LogName) => {
    textLength -= tails.get(log)?.textLength ?? 0
    tails.delete(log)
  }
  const keepFrom = (tail: Tail, index: number) => {
    const dropped = tail.events.slice(0, index).reduce((sum, event) => sum + textLengthOf(event), 0)
    tail.events = tail.events.slice(index)
    tail.textLength -= dropped
    textLength -= dropped
  }
  const tailFor = (log: LogName, event: LoggedEvent): Tail => {
    const known = tails.get(log)
    if (known?.events.at(-1)?.seq === event.seq - 1) return known
    forget(log)
    const tail: Tail = { events: [], textLength: 0 }
    tails.set(log, tail)
    return tail
  }

  return {
    add(log: LogName, event: LoggedEvent): void {
      const tail = tailFor(log, event)
      tail.events.push(event)
      const added = textLengthOf(event)
      tail.textLength += added
      textLength += added
      // Cut in halves, not one by one: the cost of an event stays constant.
      const maxEvents = limits.maxEventsOf(log)
      if (tail.events.length > maxEvents) keepFrom(tail, maxEvents >> 1)
      while (tails.size > limits.maxLogs || (textLength > limits.maxTextLength && tails.size > 1)) {
        const [oldest] = tails.keys()
        if (oldest === undefined || oldest === log) break
        forget(oldest)
      }
    },
    /** The events behind `afterSeq`, or undefined where memory does not reach back that far. */
    after(log: LogName, afterSeq: number, limit: number): readonly LoggedEvent[] | undefined {
      const events = tails.get(log)?.events
      const first = events?.[0]
      if (!events || !first || afterSeq < first.seq - 1) return undefined
      const start = afterSeq - first.seq + 1
      return start >= events.length ? [] : events.slice(start, start + limit)
    },
    /** Forgets the events up to and with `seq`: they were pruned. */
    dropThrough(log: LogName, seq: number): void {
      const tail = tails.get(log)
      const first = tail?.events[0]
      if (!tail || !first || first.seq > seq) return
      keepFrom(tail, seq - first.seq + 1)
      if (tail.events.length === 0) forget(log)
    },
    clear(): void {
      tails.clear()
      textLength = 0
    },
  }
}
