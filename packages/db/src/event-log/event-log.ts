import type { LoggedEvent, NewEvent } from '@livetype/protocol'

/** Names one log: a conversation's or a workspace's. Made by `conversationLog` and `workspaceLog` alone. */
export type LogName = string & { readonly __brand: 'LogName' }

/** The log of one conversation. */
export function conversationLog(conversationId: string): LogName {
  return `c:${conversationId}` as LogName
}

/** The log of what happens to an owner's list of conversations. */
export function workspaceLog(ownerId: string): LogName {
  return `w:${ownerId}` as LogName
}

/** The conversation or owner a log belongs to. */
export function parseLogName(name: LogName): { kind: 'conversation' | 'workspace'; id: string } {
  return { kind: name.startsWith('c:') ? 'conversation' : 'workspace', id: name.slice(2) }
}

/** An event on its way into a log. */
export interface NewEntry {
  readonly log: LogName
  readonly event: NewEvent
}

/** What a follower gets. */
export type LogBatch = LogEvents | LogReset

/** Events of one log in seq order, at least one. */
export interface LogEvents {
  readonly type: 'events'
  readonly log: LogName
  readonly events: readonly LoggedEvent[]
}

/**
 * What lies behind the follower's position in these logs can't be told without a gap: it was pruned, or a new epoch
 * has begun, which is the end of the old positions in all logs. The follower goes on behind each `headSeq`; what the
 * gap held is in a snapshot. @see SPEC.md SUB2
 */
export interface LogReset {
  readonly type: 'reset'
  readonly bounds: ReadonlyMap<LogName, LogBounds>
}

/** What a log can replay: the events with `floorSeq < seq <= headSeq`, as positions of `epoch`. */
export interface LogBounds {
  readonly epoch: number
  readonly floorSeq: number
  readonly headSeq: number
}

/**
 * The durable log. A port: every engine passes `describeEventLogContract`. Asynchronous, so that an engine may
 * live elsewhere. @see SPEC.md LOG
 */
export interface EventLog {
  /**
   * Appends the entries in order, all or none. Resolves after the commit that made them visible; entries of
   * other calls may share it (LOG3).
   * @throws {ChatError} `storage-failed`: none of them is or will be in the log.
   */
  append(entries: readonly NewEntry[]): Promise<void>
  /**
   * A page of events with a seq greater than `afterSeq`, in order: up to `limit`, fewer where they are long, and
   * neighbouring deltas may come merged. Where the next ones were pruned it begins at the floor: whoever can't bear a
   * gap looks at the first event's seq.
   */
  read(log: LogName, afterSeq: number, limit: number): Promise<readonly LoggedEvent[]>
  /** What can be replayed. A log that does not exist yet has both bounds 0. */
  bounds(log: LogName): Promise<LogBounds>
  /**
   * Follows several logs, each from behind its `afterSeq`: yields what is there, then what comes, until `signal`
   * aborts. Attaches before it reads, so that nothing falls between; never yields a seq twice (SUB1), never leaves
   * one out without a reset. Between the pages of a long replay others get their turn.
   * @param epoch of the positions; by default the present one.
   */
  follow(
    positions: ReadonlyMap<LogName, number>,
    signal: AbortSignal,
    epoch?: number,
  ): AsyncGenerator<LogBatch, void, void>
  /**
   * Removes the oldest events up to and with `throughSeq`, `limit` at most, and raises the floor with them. Returns
   * what is left. The head stays what it was, also where nothing is left: no seq comes again (LOG2, LOG5).
   * @throws {ChatError} `storage-failed`
   */
  prune(log: LogName, throughSeq: number, limit: number): Promise<LogBounds>
  /**
   * Ends the trust in all positions given out so far: the log may have lost its tail, or been replaced by an older
   * copy. Followers get a reset, and what was held in memory is read anew. Returns the new epoch. @see SPEC.md SUB2
   */
  raiseEpoch(): Promise<number>
}
