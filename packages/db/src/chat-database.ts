import type { ConversationSnapshot, WorkspaceSnapshot } from '@livetype/protocol'
import { becomeWriter, canCommit, raiseEpoch, readEpoch } from './database-state.ts'
import type { EventLog } from './event-log/event-log.ts'
import type { Schedule } from './event-log/group-commit.ts'
import { createSqliteEventLog } from './event-log/sqlite-event-log.ts'
import { type Durability, openDatabase } from './open-database.ts'
import { createProjection } from './projection.ts'
import { type Conversations, createConversations } from './repositories/conversations.ts'
import { createMessages, type Messages } from './repositories/messages.ts'
import { createRuns, type Runs } from './repositories/runs.ts'
import { type Snapshot, selectConversationSnapshot, selectWorkspaceSnapshot } from './repositories/snapshots.ts'
import { ensureLocalOwner } from './repositories/users.ts'
import { watchWriter } from './watch-writer.ts'

/** Everything the server keeps. Writing goes through `log`; the rest reads. */
export interface ChatDatabase {
  readonly log: EventLog
  readonly conversations: Conversations
  readonly messages: Messages
  readonly runs: Runs
  /** The epoch of the positions given out now. */
  epoch(): number
  raiseEpoch(): number
  /** A conversation with its messages and the position behind them, from one read transaction. @see SPEC.md SUB2 */
  conversationSnapshot(ownerId: string, conversationId: string): Promise<Snapshot<ConversationSnapshot> | undefined>
  workspaceSnapshot(ownerId: string): Promise<Snapshot<WorkspaceSnapshot>>
  /** Whether the database can be written to right now. */
  isWritable(): boolean
  /** Commits what is pending and closes the file. */
  close(): void
}

/** Opens (and makes, and migrates) the database at `path`. */
export function openChatDatabase(options: {
  path: string
  durability: Durability
  now?: () => number
  /** Called when another process has taken the database over; every append is refused from then on. */
  onSuperseded?: () => void
  schedule?: Schedule
}): ChatDatabase {
  const now = options.now ?? Date.now
  const database = openDatabase(options)
  ensureLocalOwner(database, now)
  const assertWriter = becomeWriter(database, options.onSuperseded ?? (() => {}))
  const log = createSqliteEventLog({
    database,
    projection: createProjection(database, now),
    assertWriter,
    ...(options.schedule && { schedule: options.schedule }),
  })
  const endWatch = watchWriter(assertWriter)
  let epoch = readEpoch(database)

  return {
    log,
    conversations: createConversations(database),
    messages: createMessages(database),
    runs: createRuns(database),
    epoch: () => epoch,
    raiseEpoch: () => {
      epoch = raiseEpoch(database)
      return epoch
    },
    async conversationSnapshot(ownerId, conversationId) {
      return selectConversationSnapshot(database, ownerId, conversationId)
    },
    async workspaceSnapshot(ownerId) {
      return selectWorkspaceSnapshot(database, ownerId)
    },
    isWritable: () => canCommit(database, assertWriter),
    close() {
      endWatch()
      log.flush()
      database.client.close()
    },
  }
}
