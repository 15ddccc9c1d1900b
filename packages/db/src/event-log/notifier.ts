import type { LogName } from './event-log.ts'

/** Waits for hints on some logs. A hint that comes while nobody waits is kept until the next wait. */
export interface Waiter {
  /** The logs with a hint since the last call: at once if there are any, else at the next one. None where `signal` aborted. */
  hinted(): Promise<readonly LogName[]>
  detach(): void
}

/** Tells followers that a log has grown. Only hints: a follower always reads, so one lost or doubled does no harm. */
export interface Notifier {
  attach(logs: Iterable<LogName>, signal: AbortSignal): Waiter
  notify(log: LogName): void
}

interface Follower {
  hint(log: LogName): void
}

/** A notifier within one process. */
export function createNotifier(): Notifier {
  const followersByLog = new Map<LogName, Set<Follower>>()
  return {
    attach(logs, signal) {
      const names = [...logs]
      let hints: LogName[] = []
      let wake: (() => void) | undefined
      const onAbort = () => wake?.()
      const follower: Follower = {
        hint(log) {
          if (!hints.includes(log)) hints.push(log)
          wake?.()
        },
      }
      for (const name of names) {
        const followers = followersByLog.get(name)
        if (followers) followers.add(follower)
        else followersByLog.set(name, new Set([follower]))
      }
      // Once for all waits: a listener for each would cost more than the wait.
      signal.addEventListener('abort', onAbort, { once: true })
      return {
        async hinted() {
          if (hints.length === 0 && !signal.aborted) {
            await new Promise<void>((resolve) => {
              wake = resolve
            })
            wake = undefined
          }
          const taken = hints
          hints = []
          return taken
        },
        detach() {
          signal.removeEventListener('abort', onAbort)
          for (const name of names) {
            const followers = followersByLog.get(name)
            followers?.delete(follower)
            if (followers?.size === 0) followersByLog.delete(name)
          }
        },
      }
    },
    notify(log) {
      for (const follower of followersByLog.get(log) ?? []) follower.hint(log)
    },
  }
}
