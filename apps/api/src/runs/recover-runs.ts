import { type ChatDatabase, conversationLog, workspaceLog } from '@livetype/db'

/**
 * Ends the runs that a killed server left open, with all that was committed of them, and makes the cursors of that
 * time stale. Returns how many there were. @see SPEC.md RUN5, SUB2
 */
export async function recoverRuns(database: ChatDatabase, now: () => number): Promise<number> {
  const open = await database.runs.allOpen()
  if (open.length === 0) return 0
  database.raiseEpoch()
  const endedAt = now()
  await Promise.all(
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
  return open.length
}
