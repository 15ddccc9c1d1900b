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

/** What a follower gets: events of one log in seq order, at least one. */
export interface LogBatch {
  readonly log: LogName
  readonly events: readonly LoggedEvent[]
}

/** What a log can replay: the events with `floorSeq < seq <= headSeq`. */
export interface LogBounds {
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
  /** Up to `limit` events with a seq greater than `afterSeq`, in order; neighbouring deltas may come merged. */
  read(log: LogName, afterSeq: number, limit: number): Promise<readonly LoggedEvent[]>
  /** What can be replayed. A log that does not exist yet has both bounds 0. */
  bounds(log: LogName): Promise<LogBounds>
  /**
   * Follows several logs, each from behind its `afterSeq`: yields what is there, then what comes, until `signal`
   * aborts. Attaches before it reads, so that nothing falls between; never yields a seq twice (SUB1).
   */
  follow(positions: ReadonlyMap<LogName, number>, signal: AbortSignal): AsyncGenerator<LogBatch, void, void>
}
