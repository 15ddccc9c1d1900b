import type { LogName } from './event-log.ts'

/** Waits for hints on some logs. A hint that comes while nobody waits is kept until the next wait. */
export interface Waiter {
  /**
   * The logs with a hint since the last call: at once if there are any, else at the next one, or when `signal`
   * aborts. Who is woken again and again waits until a frame of a screen has passed, or four where much comes, and
   * hears of all at once.
   */
  hinted(): Promise<readonly LogName[]>
  detach(): void
}

/** Tells followers that a log has grown. Only hints: a follower always reads, so one lost or doubled does no harm. */
export interface Notifier {
  attach(logs: Iterable<LogName>, signal: AbortSignal): Waiter
  notify(log: LogName): void
  /** Hints every follower at all of its logs, at once. */
  notifyAll(): void
}

interface Follower {
  hint(log: LogName): void
}

/** Followers of one log from which on its hints are gathered: what one event costs grows with them. */
const crowdSize = 16
/** How long the hints for a crowd are gathered, in milliseconds: less than a person sees in a list. */
const crowdDelayMs = 40

/** How far apart in milliseconds a follower is woken: no screen shows more, and each time costs both ends. */
const frameMs = 16
/** Where a log grows so often in a frame, it is told every fourth frame: what comes is typed out smoothly all the same. */
const manyInFrame = 2
const framesWhereMany = 4
/** So many wakes may follow one another at once: what comes now and then, and how a reply begins, waits for nothing. */
const burst = 4

/** Where time comes from. */
interface NotifierClock {
  /** Monotonic milliseconds. */
  now(): number
  after(ms: number, callback: () => void): void
}

const systemClock: NotifierClock = {
  now: () => performance.now(),
  after: (ms, callback) => setTimeout(callback, ms),
}

/** A notifier within one process. A log with a crowd of followers, as a workspace can have, is hinted at less often. */
export function createNotifier(clock: NotifierClock = systemClock): Notifier {
  const followersByLog = new Map<LogName, Set<Follower>>()
  const gathering = new Set<LogName>()
  const hintAll = (log: LogName) => {
    for (const follower of followersByLog.get(log) ?? []) follower.hint(log)
  }
  return {
    attach(logs, signal) {
      const names = [...logs]
      /** How often each log has grown since the last wake. */
      let hints = new Map<LogName, number>()
      let wake: (() => void) | undefined
      let stopPause: (() => void) | undefined
      const pace = createPace(clock)
      const onAbort = () => {
        wake?.()
        stopPause?.()
      }
      const follower: Follower = {
        hint(log) {
          hints.set(log, (hints.get(log) ?? 0) + 1)
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
          if (hints.size === 0 && !signal.aborted) {
            await new Promise<void>((resolve) => {
              wake = resolve
            })
            wake = undefined
          }
          const restMs = pace.next()
          if (restMs > 0 && !signal.aborted) {
            await new Promise<void>((resolve) => {
              stopPause = resolve
              clock.after(restMs, resolve)
            })
            stopPause = undefined
          }
          pace.went(restMs, Math.max(0, ...hints.values()))
          const taken = [...hints.keys()]
          hints = new Map()
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
      if ((followersByLog.get(log)?.size ?? 0) < crowdSize) return hintAll(log)
      if (gathering.has(log)) return
      gathering.add(log)
      clock.after(crowdDelayMs, () => {
        gathering.delete(log)
        hintAll(log)
      })
    },
    notifyAll() {
      for (const log of followersByLog.keys()) hintAll(log)
    },
  }
}

/** Of one follower: once a frame, after a first burst, and every fourth frame where much comes. */
function createPace(clock: NotifierClock) {
  /** When the next one would be due if all had been a frame apart. */
  let dueMs = Number.NEGATIVE_INFINITY
  let wentAtMs = Number.NEGATIVE_INFINITY
  return {
    /** How long to rest in milliseconds before going on. */
    next(): number {
      const nowMs = clock.now()
      const startMs = Math.max(dueMs, nowMs - (burst - 1) * frameMs)
      dueMs = startMs + frameMs
      return Math.max(0, startMs - nowMs)
    },
    /** It went on after that rest, and so often a log had grown since the time before. */
    went(restMs: number, count: number): void {
      const frames = Math.max(1, Math.round((clock.now() - wentAtMs) / frameMs))
      wentAtMs = clock.now()
      if (restMs > 0 && count >= manyInFrame * frames) dueMs += (framesWhereMany - 1) * frameMs
    },
  }
}
