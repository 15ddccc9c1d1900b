import type { ChatDatabase } from '@livetype/db'
import type { Logger } from 'pino'
import { type Clock, systemClock, waitFor } from '../providers/clock.ts'

/** Between two rounds, in milliseconds. */
const intervalMs = 60_000

/**
 * Does the database's upkeep now and every minute until `signal` aborts; resolves then. A round that fails, as on a
 * full disk, is tried again by the next.
 */
export async function keepUp(options: {
  database: Pick<ChatDatabase, 'upkeep'>
  logger: Logger
  signal: AbortSignal
  clock?: Clock
}): Promise<void> {
  const { database, logger, signal, clock = systemClock } = options
  while (!signal.aborted) {
    try {
      const report = await database.upkeep(signal)
      if (Object.values(report).some((count) => count > 0)) logger.debug(report, 'upkeep')
    } catch (error) {
      logger.warn({ err: error }, 'upkeep failed; it is tried again in a minute')
    }
    await waitFor(clock, intervalMs, signal)
  }
}
