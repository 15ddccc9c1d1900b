import type { LoggedEvent } from '@livetype/protocol'
import type { LogName } from './event-log.ts'

interface Tail {
  /** The newest committed events, without holes. */
  events: LoggedEvent[]
}

/**
 * The newest committed events of the logs in use, in memory, so that followers at the live edge read no disk.
 * Bounded in logs and in events of each; whoever is further behind reads the disk.
 */
export function createRecentEvents(limits: { maxLogs: number; maxEventsOf(log: LogName): number }) {
  const tails = new Map<LogName, Tail>()
  return {
    add(log: LogName, event: LoggedEvent): void {
      let tail = tails.get(log)
      if (tail && tail.events.at(-1)?.seq !== event.seq - 1) tail = undefined
      if (tail) {
        tail.events.push(event)
        // Cut in halves, not one by one: the cost of an event stays constant.
        const maxEvents = limits.maxEventsOf(log)
        if (tail.events.length > maxEvents) tail.events = tail.events.slice(maxEvents >> 1)
        return
      }
      tails.delete(log)
      tails.set(log, { events: [event] })
      if (tails.size > limits.maxLogs) {
        const oldest = tails.keys().next().value
        if (oldest !== undefined) tails.delete(oldest)
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
      const events = tails.get(log)?.events
      const first = events?.[0]
      if (!events || !first || first.seq > seq) return
      const kept = events.slice(seq - first.seq + 1)
      if (kept.length > 0) tails.set(log, { events: kept })
      else tails.delete(log)
    },
    clear(): void {
      tails.clear()
    },
  }
}
