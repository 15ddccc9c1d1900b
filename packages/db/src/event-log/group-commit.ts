import { ChatError, isDelta } from '@livetype/protocol'
import { type NewEntry, parseLogName } from './event-log.ts'
import { continuesDelta } from './merge-deltas.ts'

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
  /** Commits now what is pending. */
  flush(): void
}

/** How soon what is pending is committed: by default when the loop has read its sockets once. */
export type Schedule = (commit: () => void) => void

/**
 * @param commit stores all appends in one transaction; throws if none of them is stored. A group that fails is
 *   tried again append by append, so that one bad append fails alone.
 */
export function createGroupCommit(
  commit: (appends: readonly PendingAppend[]) => void,
  schedule: Schedule = setImmediate,
): GroupCommit {
  let pending: Ticket[] = []
  let isScheduled = false
  /** The append that ends in the newest delta of each log: the next delta of that log may join it. */
  let lastByLog = new Map<string, Ticket>()

  const flush = () => {
    isScheduled = false
    if (pending.length === 0) return
    const group = pending
    pending = []
    lastByLog = new Map()
    try {
      commit(group)
      for (const ticket of group) ticket.resolve()
    } catch (error) {
      if (group.length === 1) group[0]?.reject(storageFailed(error))
      else commitOneByOne(group)
    }
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
        schedule(flush)
      }
      return ticket.promise
    },
    flush,
  }
}

function storageFailed(cause: unknown): ChatError {
  return new ChatError('storage-failed', 'The server could not store this. What was shown before is safe.', {
    isRetryable: true,
    cause,
  })
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
