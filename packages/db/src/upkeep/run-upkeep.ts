import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EventLog } from '../event-log/event-log.ts'
import type { Database } from '../open-database.ts'
import { pruneLogs } from './prune-logs.ts'
import { purgeDeleted } from './purge-deleted.ts'

/** What a round of upkeep did. */
export interface UpkeepReport {
  readonly prunedEvents: number
  readonly purgedConversations: number
}

/** What upkeep works with, and how it makes way for others. */
export interface UpkeepContext {
  readonly database: Database
  readonly log: EventLog
  readonly assertWriter: () => void
  readonly now: () => number
  /** Lets the loop serve others; false where upkeep should end here. */
  makeWay: () => Promise<boolean>
}

/**
 * One round of upkeep: prunes what no follower needs any more, and removes for good what was deleted long enough ago.
 * In small transactions with turns of the loop between them; ends early where `signal` aborts.
 * @throws {ChatError} `storage-failed`: the next round goes on where this one ended.
 */
export async function runUpkeep(
  options: Omit<UpkeepContext, 'makeWay'> & { readonly signal: AbortSignal },
): Promise<UpkeepReport> {
  const context: UpkeepContext = {
    ...options,
    makeWay: async () => {
      await nextTurn()
      return !options.signal.aborted
    },
  }
  const purgedConversations = await purgeDeleted(context)
  const prunedEvents = await pruneLogs(context)
  return { prunedEvents, purgedConversations }
}
