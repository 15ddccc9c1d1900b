import { type ChatDatabase, conversationLog, workspaceLog } from '@livetype/db'
import type { Logger } from 'pino'

/**
 * Ends the runs that a killed server left open, with all that was committed of them, and makes the cursors of that
 * time stale: a tail may have been lost with the power, or the file may be an older copy. @see SPEC.md RUN5, SUB2
 */
export async function recoverRuns(database: ChatDatabase, logger: Logger, now: () => number): Promise<void> {
  await database.log.raiseEpoch()
  const open = await database.runs.allOpen()
  const endedAt = now()
  // One that can't be ended must not keep the server from starting.
  const ends = await Promise.allSettled(
    open.map(({ runId, messageId, conversationId, ownerId }) =>
      database.log.append([
        {
          log: conversationLog(conversationId),
          event: { type: 'run-ended', runId, messageId, status: 'interrupted', endedAt },
        },
        {
          log: workspaceLog(ownerId),
          event: { type: 'conversation-updated', conversationId, updatedAt: endedAt, runningCount: 0 },
        },
      ]),
    ),
  )
  for (const end of ends)
    if (end.status === 'rejected') logger.error({ err: end.reason }, 'a run could not be recovered')
  if (open.length > 0) logger.warn({ recovered: open.length }, 'runs that a stopped server had left open were ended')
}
