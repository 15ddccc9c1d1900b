import { conversationLog, type LogBounds, type LogName } from '@livetype/db'
import type { StreamEvent } from '@livetype/protocol'
import { formatStreamCursor } from './cursor.ts'

/** Where a stream stands in the logs it follows. Its cursor has one epoch, so a new one moves all logs at once. */
export interface StreamPlace {
  /** Undefined where no conversation is followed. */
  readonly conversation: LogName | undefined
  readonly positions: ReadonlyMap<LogName, number>
  cursor(): string
  /** Everything up to and with `seq` has been sent. */
  stand(log: LogName, seq: number): void
  /** The log is followed no longer. */
  leave(log: LogName): void
  /** Goes behind what can't be told any more; returns the logs whose followers must hear of it. */
  reset(bounds: ReadonlyMap<LogName, LogBounds>): LogName[]
  /** What tells of a reset. */
  resetOf: (log: LogName) => StreamEvent
}

/** @see StreamPlace */
export function createStreamPlace(start: {
  epoch: number
  workspace: LogName
  conversationId: string | null
}): StreamPlace {
  const { workspace, conversationId } = start
  let { epoch } = start
  const conversation = conversationId === null ? undefined : conversationLog(conversationId)
  const positions = new Map<LogName, number>()
  return {
    conversation,
    positions,
    cursor: () =>
      formatStreamCursor({
        epoch,
        workspaceSeq: positions.get(workspace) ?? 0,
        conversationSeq: conversation === undefined ? null : (positions.get(conversation) ?? 0),
      }),
    stand: (log, seq) => void positions.set(log, seq),
    leave: (log) => void positions.delete(log),
    reset(bounds) {
      const followed = [...bounds].filter(([log]) => positions.has(log))
      for (const [log, { epoch: next, headSeq }] of followed) {
        epoch = next
        positions.set(log, headSeq)
      }
      return followed.map(([log]) => log)
    },
    resetOf: (log) =>
      log === conversation && conversationId !== null
        ? { type: 'conversation-reset', conversationId }
        : { type: 'workspace-reset' },
  }
}
