import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openChatDatabase } from '../chat-database.ts'
import { localOwnerId } from '../repositories/users.ts'
import { describeEventLogContract } from './event-log.contract.ts'
import { workspaceLog } from './event-log.ts'
import { createMemoryEventLog } from './memory-event-log.ts'

const conversationId = 'conversation-1'
const created = {
  type: 'conversation-created',
  conversation: {
    id: conversationId,
    title: 'Hi',
    titleOrigin: 'words',
    createdAt: 1,
    updatedAt: 1,
    runningCount: 0,
  },
} as const

describeEventLogContract('in memory', async () => ({
  log: createMemoryEventLog(),
  ownerId: localOwnerId,
  conversationId,
  dispose: async () => {},
}))

describeEventLogContract('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'livetype-log-'))
  const database = openChatDatabase({ path: join(folder, 'chat.db'), durability: 'process' })
  await database.log.append([{ log: workspaceLog(localOwnerId), event: created }])
  return {
    log: database.log,
    ownerId: localOwnerId,
    conversationId,
    dispose: async () => {
      database.close()
      rmSync(folder, { recursive: true })
    },
  }
})
