import { type ChatDatabase, conversationLog, type OpenRun, workspaceLog } from '@livetype/db'
import type { Logger } from 'pino'
import { type Clock, systemClock, waitFor } from '../providers/clock.ts'

/** How long the end of a run waits to be stored again after the store refused it. */
const retryDelayMs = 1_000

interface RecoverOptions {
  readonly database: ChatDatabase
  readonly logger: Logger
  readonly now: () => number
  /** Ends the tries; what is left open then, the next start ends. */
  readonly signal: AbortSignal
  readonly clock?: Clock
}

/**
 * Ends the runs that a killed server left open, with all that was committed of them, and makes the cursors of that
 * time stale: a tail may have been lost with the power, or the file may be an older copy. What can't be stored, as on a
 * full disk, keeps no server from starting: it is tried again until it is, which `allEnded` tells. @see SPEC.md RUN3, RUN5, SUB2
 */
export async function recoverRuns(options: RecoverOptions): Promise<{ allEnded: Promise<void> }> {
  const { database, logger } = options
  await database.log.raiseEpoch()
  const open = await database.runs.allOpen()
  if (open.length > 0) logger.warn({ open: open.length }, 'a stopped server had left runs open: they are ended')
  const left = await endRuns(open, options)
  return { allEnded: endLater(left, options) }
}

async function endLater(open: readonly OpenRun[], options: RecoverOptions): Promise<void> {
  const { clock = systemClock, signal } = options
  let left = open
  while (left.length > 0 && (await waitFor(clock, retryDelayMs, signal))) left = await endRuns(left, options)
}

/** Returns the runs whose end could not be stored. */
async function endRuns(
  open: readonly OpenRun[],
  { database, logger, now }: RecoverOptions,
): Promise<readonly OpenRun[]> {
  const endedAt = now()
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
  return open.filter((_, index) => ends[index]?.status === 'rejected')
}
