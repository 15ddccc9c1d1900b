import type {
  ConversationPage,
  ConversationPart,
  ConversationSnapshot,
  GetMessages,
  ListConversations,
  Message,
  PageConversations,
  Settings,
  WorkspaceSnapshot,
} from '@livetype/protocol'
import { createCommitProbe } from './commit-probe.ts'
import { becomeWriter, createEpoch } from './database-state.ts'
import type { EventLog } from './event-log/event-log.ts'
import type { Schedule } from './event-log/group-commit.ts'
import { createSqliteEventLog } from './event-log/sqlite-event-log.ts'
import { type FileFolder, fileFolderPath, openFileFolder } from './files/file-folder.ts'
import { type Durability, openDatabase } from './open-database.ts'
import { createProjection } from './projection.ts'
import { type Configurations, createConfigurations } from './repositories/configurations.ts'
import { type Conversations, createConversations } from './repositories/conversations.ts'
import { createExports, type Exports } from './repositories/exports.ts'
import { createFiles, type Files } from './repositories/files.ts'
import { createLibraries, type Libraries } from './repositories/library.ts'
import { createMessages, type Messages } from './repositories/messages.ts'
import { createQueues, type Queues } from './repositories/queues.ts'
import { createRuns, type Runs } from './repositories/runs.ts'
import { createSearch, type Search } from './repositories/search.ts'
import { selectSettings } from './repositories/settings.ts'
import { createShares, type Shares } from './repositories/shares.ts'
import {
  type Snapshot,
  selectConversationPage,
  selectConversationSnapshot,
  selectMessagesOfConversation,
  selectSummaryPage,
  selectWorkspaceSnapshot,
} from './repositories/snapshots.ts'
import { createUsage, type Usage } from './repositories/usage.ts'
import { ensureLocalOwner } from './repositories/users.ts'
import { createUpkeep, type Upkeep } from './upkeep/run-upkeep.ts'
import { watchWriter } from './watch-writer.ts'

/** A snapshot with its position, and the epoch that is of, taken in the same moment. */
export type PositionedSnapshot<Shape> = Snapshot<Shape> & { readonly epoch: number }

/** Everything the server keeps. Writing goes through `log`; the rest reads. */
export interface ChatDatabase extends Upkeep {
  readonly log: EventLog
  readonly conversations: Conversations
  readonly configurations: Configurations
  readonly libraries: Libraries
  readonly messages: Messages
  readonly queues: Queues
  readonly runs: Runs
  readonly files: Files
  /** The bytes of uploads; it lies beside the database. */
  readonly fileFolder: FileFolder
  readonly usage: Usage
  readonly exports: Exports
  readonly search: Search
  /** Links to copies of conversations. */
  readonly shares: Shares
  /**
   * A conversation with its messages, all or a part, and the position behind them, from one read transaction.
   * @see SPEC.md SUB2, PAGE1
   */
  conversationSnapshot(
    ownerId: string,
    conversationId: string,
    part?: ConversationPart,
  ): Promise<PositionedSnapshot<ConversationSnapshot> | undefined>
  /** Those of these messages that are in a conversation; undefined where there is no such conversation. */
  conversationMessages(ownerId: string, wanted: GetMessages): Promise<Message[] | undefined>
  /** The list, as much of it as `input` says, and the settings. @see SPEC.md LIST1 */
  workspaceSnapshot(ownerId: string, input?: ListConversations): Promise<PositionedSnapshot<WorkspaceSnapshot>>
  conversationPage(ownerId: string, input: PageConversations): Promise<ConversationPage>
  /** Of these conversations those that are there, as a page. */
  conversationSummaries(ownerId: string, conversationIds: readonly string[]): Promise<ConversationPage>
  settings(ownerId: string): Promise<Settings>
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
  /** Whether a temporary conversation is still someone's; without it none is. @see SPEC.md TEMP1 */
  isTemporaryInUse?: (conversationId: string, updatedAt: number) => boolean
  /** For tests, which have few events: how many may lie in the order of their arrival. */
  maxArrived?: number
}): ChatDatabase {
  const now = options.now ?? Date.now
  const database = openDatabase(options)
  ensureLocalOwner(database, now)
  const assertWriter = becomeWriter(database, options.onSuperseded ?? (() => {}))
  const epoch = createEpoch(database, { now, assertWriter })
  const probe = createCommitProbe(database, assertWriter)
  const log = createSqliteEventLog({
    database,
    projection: createProjection(database, now),
    assertWriter,
    epoch,
    commitLittle: probe.commitLittle,
    maxArrived: options.maxArrived,
    ...(options.schedule && { schedule: options.schedule }),
  })
  const fileFolder = openFileFolder(fileFolderPath(options.path), options.durability)
  const endWatch = watchWriter(assertWriter)

  return {
    log,
    conversations: createConversations(database),
    configurations: createConfigurations(database),
    libraries: createLibraries(database),
    messages: createMessages(database),
    queues: createQueues(database),
    runs: createRuns(database),
    files: createFiles(database),
    fileFolder,
    usage: createUsage(database),
    exports: createExports(database),
    search: createSearch(database, now),
    shares: createShares(database),
    async conversationSnapshot(ownerId, conversationId, part) {
      const snapshot = selectConversationSnapshot(database, ownerId, { conversationId, part })
      return snapshot && { ...snapshot, epoch: epoch.current() }
    },
    async conversationMessages(ownerId, wanted) {
      return selectMessagesOfConversation(database, ownerId, wanted)
    },
    async workspaceSnapshot(ownerId, input) {
      return { ...selectWorkspaceSnapshot(database, ownerId, input), epoch: epoch.current() }
    },
    async conversationPage(ownerId, input) {
      return selectConversationPage(database, ownerId, input)
    },
    async conversationSummaries(ownerId, conversationIds) {
      return selectSummaryPage(database, ownerId, conversationIds)
    },
    async settings(ownerId) {
      return selectSettings(database, ownerId)
    },
    isWritable: probe.canCommit,
    ...createUpkeep({
      database,
      log,
      fileFolder,
      assertWriter,
      now,
      isTemporaryInUse: options.isTemporaryInUse ?? (() => false),
    }),
    close() {
      endWatch()
      log.flush()
      database.client.close()
    },
  }
}
