import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EventLog } from '../event-log/event-log.ts'
import type { FileFolder } from '../files/file-folder.ts'
import type { Database } from '../open-database.ts'
import { indexBacklog } from './index-backlog.ts'
import { pruneLogs } from './prune-logs.ts'
import { purgeDeleted } from './purge-deleted.ts'
import { purgeFiles, sweepFiles } from './purge-files.ts'
import { purgeTemporary } from './purge-temporary.ts'

/** What a round of upkeep did. */
export interface UpkeepReport {
  readonly prunedEvents: number
  /** Deleted ones and temporary ones. */
  readonly purgedConversations: number
  readonly purgedFiles: number
  readonly indexedMessages: number
}

/** What upkeep works with, and how it makes way for others. */
export interface UpkeepContext {
  readonly database: Database
  readonly log: EventLog
  readonly fileFolder: FileFolder
  readonly assertWriter: () => void
  readonly now: () => number
  /** Whether a temporary conversation is still someone's; `updatedAt`: when a message or reply was its last. */
  readonly isTemporaryInUse: (conversationId: string, updatedAt: number) => boolean
  /** Lets the loop serve others; false where upkeep should end here. */
  makeWay: () => Promise<boolean>
}

/** What keeps a database in order. */
export interface Upkeep {
  upkeep(signal: AbortSignal): Promise<UpkeepReport>
  /** Only the temporary conversations that nobody uses: before anyone is served. Returns how many it removed. */
  purgeTemporary(signal: AbortSignal): Promise<number>
}

/**
 * Makes what does a round of upkeep: prunes what no follower needs any more, and removes for good what was
 * deleted long enough ago, and indexes what an update made searchable;
 * the first round also removes the bytes that no upload has. In small transactions with turns of the loop between them; ends early where `signal` aborts.
 * A round throws `storage-failed` where it can't go on: the next one goes on where it ended.
 */
export function createUpkeep(options: Omit<UpkeepContext, 'makeWay'>): Upkeep {
  let isSwept = false
  const contextUntil = (signal: AbortSignal): UpkeepContext => ({
    ...options,
    makeWay: async () => {
      await nextTurn()
      return !signal.aborted
    },
  })
  const upkeep = async (signal: AbortSignal): Promise<UpkeepReport> => {
    const context = contextUntil(signal)
    const report = await runUpkeep(context)
    if (!isSwept) await sweepFiles(context)
    isSwept = true
    return report
  }
  return { upkeep, purgeTemporary: (signal) => purgeTemporary(contextUntil(signal)) }
}

async function runUpkeep(context: UpkeepContext): Promise<UpkeepReport> {
  const purgedConversations = (await purgeDeleted(context)) + (await purgeTemporary(context))
  const purgedFiles = await purgeFiles(context)
  const prunedEvents = await pruneLogs(context)
  const indexedMessages = await indexBacklog(context)
  return { prunedEvents, purgedConversations, purgedFiles, indexedMessages }
}
