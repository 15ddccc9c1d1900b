export {
  type Backup,
  backUpDatabase,
  backupName,
  keepNewestBackups,
  removeCutOffBackups,
} from './backup/back-up-database.ts'
export { type Restoration, restoreDatabase } from './backup/restore-database.ts'
export { type ChatDatabase, openChatDatabase, type PositionedSnapshot } from './chat-database.ts'
export {
  conversationLog,
  type EventLog,
  type LogBatch,
  type LogBounds,
  type LogName,
  type NewEntry,
  parseLogName,
  workspaceLog,
} from './event-log/event-log.ts'
export { createMemoryEventLog } from './event-log/memory-event-log.ts'
export type { FileFolder, ReceivedFile } from './files/file-folder.ts'
export { measureFsync } from './measure-fsync.ts'
export type { Durability } from './open-database.ts'
export type { StoredFile } from './repositories/files.ts'
export type { OpenRun } from './repositories/runs.ts'
export type { UsageRow } from './repositories/usage.ts'
export { localOwnerId } from './repositories/users.ts'
