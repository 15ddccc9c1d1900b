import type { LogName } from './event-log.ts'

/** Waits for hints on some logs. A hint that comes while nobody waits is kept until the next wait. */
export interface Waiter {
  /** Resolves at the next hint, or at once if one came since the last wait, or when `signal` aborts. */
  wait(signal: AbortSignal): Promise<void>
  detach(): void
}

/** Tells followers that a log has grown. Only hints: a follower always reads, so one lost or doubled does no harm. */
export interface Notifier {
  attach(logs: Iterable<LogName>): Waiter
  notify(log: LogName): void
}

/** A notifier within one process. */
export function createNotifier(): Notifier {
  const waitersByLog = new Map<LogName, Set<() => void>>()
  return {
    attach(logs) {
      const names = [...logs]
      let hinted = false
      let wake: (() => void) | undefined
      const hint = () => {
        hinted = true
        wake?.()
      }
      for (const name of names) {
        const waiters = waitersByLog.get(name)
        if (waiters) waiters.add(hint)
        else waitersByLog.set(name, new Set([hint]))
      }
      return {
        async wait(signal) {
          if (!hinted && !signal.aborted) {
            await new Promise<void>((resolve) => {
              wake = resolve
              signal.addEventListener('abort', hint, { once: true })
            })
            wake = undefined
            signal.removeEventListener('abort', hint)
          }
          hinted = false
        },
        detach() {
          for (const name of names) {
            const waiters = waitersByLog.get(name)
            waiters?.delete(hint)
            if (waiters?.size === 0) waitersByLog.delete(name)
          }
        },
      }
    },
    notify(log) {
      for (const hint of waitersByLog.get(log) ?? []) hint()
    },
  }
}
