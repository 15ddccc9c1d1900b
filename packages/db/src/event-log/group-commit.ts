import { isDelta } from '@livetype/protocol'
import { type NewEntry, parseLogName } from './event-log.ts'
import { continuesDelta } from './merge-deltas.ts'
import { StorageError, storageFailed } from './storage-failure.ts'

/** One `append` on its way to a commit. */
export interface PendingAppend {
  readonly entries: NewEntry[]
}

interface Ticket extends PendingAppend {
  readonly promise: Promise<void>
  resolve(): void
  reject(error: unknown): void
}

/**
 * Collects the appends that are ready together into one commit, and neighbouring deltas of one reply into one event.
 * An idle log commits the first token at the end of the very turn it came in. @see SPEC.md LOG3
 */
export interface GroupCommit {
  append(entries: readonly NewEntry[]): Promise<void>
  /** Commits now what is pending, or refuses it. */
  flush(): void
}

/** How soon what is pending is committed: by default when the loop has read its sockets once. */
export type Schedule = (commit: () => void) => void

/** How long appends wait for another connection that is writing before they are refused, in milliseconds. */
const busyPatienceMs = 5_000
/** How soon it is tried again, in milliseconds. */
const busyRetryMs = 25

/** Time as the group commit waits for a busy database. */
export interface BusyClock {
  now(): number
  after(ms: number, callback: () => void): void
}

const systemBusyClock: BusyClock = {
  now: () => performance.now(),
  after: (ms, callback) => setTimeout(callback, ms),
}

/**
 * @param commit stores all appends in one transaction; throws if none of them is stored. A group that fails is
 *   tried again append by append, so that one bad append fails alone; where the store itself has failed, all fail. A
 *   busy store is waited for, in order, without holding up the loop.
 */
export function createGroupCommit(
  commit: (appends: readonly PendingAppend[]) => void,
  schedule: Schedule = setImmediate,
  busyClock: BusyClock = systemBusyClock,
): GroupCommit {
  let pending: Ticket[] = []
  let isScheduled = false
  /** Since when the store has been busy. */
  let busySince: number | undefined
  /** The append that ends in the newest delta of each log: the next delta of that log may join it. */
  let lastByLog = new Map<string, Ticket>()

  const flush = (isLast: boolean) => {
    isScheduled = false
    if (pending.length === 0) return
    const group = pending
    pending = []
    lastByLog = new Map()
    try {
      commit(group)
      for (const ticket of group) ticket.resolve()
      busySince = undefined
    } catch (error) {
      if (!isLast && mayWait(error)) {
        pending = group
        isScheduled = true
        busyClock.after(busyRetryMs, flushPending)
        return
      }
      busySince = undefined
      if (group.length === 1 || error instanceof StorageError) {
        for (const ticket of group) ticket.reject(storageFailed(error))
      } else commitOneByOne(group)
    }
  }
  const flushPending = () => flush(false)

  const mayWait = (error: unknown) => {
    if (!(error instanceof StorageError) || !error.isBusy) return false
    busySince ??= busyClock.now()
    return busyClock.now() - busySince < busyPatienceMs
  }

  const commitOneByOne = (group: readonly Ticket[]) => {
    // What follows a failed append in the same conversation builds on it (LOG6): it fails too. The workspace's
    // events are each whole in themselves, and everybody writes there.
    const failedLogs = new Map<string, unknown>()
    for (const ticket of group) {
      const broken = ticket.entries.find(({ log }) => failedLogs.has(log))
      try {
        if (broken) throw failedLogs.get(broken.log)
        commit([ticket])
        ticket.resolve()
      } catch (error) {
        for (const { log } of ticket.entries) if (parseLogName(log).kind === 'conversation') failedLogs.set(log, error)
        ticket.reject(storageFailed(error))
      }
    }
  }

  return {
    append(entries) {
      const joined = joinDelta(lastByLog, entries)
      if (joined) return joined.promise
      const ticket: Ticket = { entries: [...entries], ...Promise.withResolvers<void>() }
      pending.push(ticket)
      for (const { log } of entries) lastByLog.set(log, ticket)
      if (!isScheduled) {
        isScheduled = true
        schedule(flushPending)
      }
      return ticket.promise
    },
    flush: () => flush(true),
  }
}

/** Adds a single delta to the append before it, where that ends in the delta it continues. */
function joinDelta(lastByLog: ReadonlyMap<string, Ticket>, entries: readonly NewEntry[]): Ticket | undefined {
  const entry = entries[0]
  if (entries.length !== 1 || !entry || !isDelta(entry.event)) return undefined
  const ticket = lastByLog.get(entry.log)
  const last = ticket?.entries.at(-1)
  if (!ticket || last?.log !== entry.log || !isDelta(last.event) || !continuesDelta(last.event, entry.event)) {
    return undefined
  }
  ticket.entries[ticket.entries.length - 1] = {
    log: entry.log,
    event: { ...last.event, text: last.event.text + entry.event.text },
  }
  return ticket
}
