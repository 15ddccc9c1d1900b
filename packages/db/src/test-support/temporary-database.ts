import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ChatDatabase, openChatDatabase } from '../chat-database.ts'
import { conversationLog, type NewEntry, workspaceLog } from '../event-log/event-log.ts'
import { localOwnerId } from '../repositories/users.ts'

/** A database in a file of its own that goes when it is disposed. */
export interface TemporaryDatabase extends AsyncDisposable {
  readonly path: string
  /** The database as it is open now. */
  readonly database: ChatDatabase
  /** Closes and opens the file again, as a restart does. */
  reopen(options?: { now?: () => number }): ChatDatabase
}

/** @see TemporaryDatabase; @param options `now`: 1,000 where it does not matter. */
export function openTemporaryDatabase({
  now = () => 1_000,
  ...options
}: {
  now?: () => number
  maxArrived?: number
  isTemporaryInUse?: (conversationId: string, updatedAt: number) => boolean
} = {}): TemporaryDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'livetype-db-'))
  const path = join(folder, 'livetype.db')
  const open = (time: () => number) => openChatDatabase({ ...options, path, durability: 'process', now: time })
  let database = open(now)
  return {
    path,
    get database() {
      return database
    },
    reopen(changed) {
      database.close()
      database = open(changed?.now ?? now)
      return database
    },
    async [Symbol.asyncDispose]() {
      database.close()
      rmSync(folder, { recursive: true })
    },
  }
}

export const conversationId = 'conversation-1'
export const questionId = 'question-1'
export const replyId = 'reply-0001'
export const runId = 'run-000001'
const log = conversationLog(conversationId)

/** A conversation with one question and a reply that has begun. */
export const begunConversation: readonly NewEntry[] = [
  {
    log: workspaceLog(localOwnerId),
    event: {
      type: 'conversation-created',
      conversation: {
        id: conversationId,
        title: 'Hi',
        titleOrigin: 'words',
        createdAt: 1,
        updatedAt: 1,
        runningCount: 0,
      },
    },
  },
  {
    log,
    event: {
      type: 'message-added',
      message: { id: questionId, parentId: null, role: 'user', parts: [{ type: 'text', text: 'Hi' }], createdAt: 1 },
    },
  },
  {
    log,
    event: {
      type: 'run-started',
      runId,
      messageId: replyId,
      parentId: questionId,
      modelId: 'demo',
      modelName: 'Demo',
      startedAt: 2,
    },
  },
]

/** A piece of the reply. */
export function delta(
  type: 'text' | 'reasoning',
  partIndex: number,
  [offset, text]: readonly [number, string],
): NewEntry {
  return { log, event: { type: `${type}-delta`, messageId: replyId, partIndex, offset, text } }
}

/** The end of the reply. */
export const runEnded: NewEntry = {
  log,
  event: { type: 'run-ended', runId, messageId: replyId, status: 'completed', endedAt: 3 },
}
