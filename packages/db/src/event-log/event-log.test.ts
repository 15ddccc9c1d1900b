import { localOwnerId } from '../repositories/users.ts'
import { begunConversation, conversationId, openTemporaryDatabase } from '../test-support/temporary-database.ts'
import { describeEventLogContract } from './event-log.contract.ts'
import { createMemoryEventLog } from './memory-event-log.ts'

describeEventLogContract('in memory', async () => ({
  log: createMemoryEventLog(),
  ownerId: localOwnerId,
  conversationId,
  dispose: async () => {},
}))

describeEventLogContract('SQLite', () => openSqlite({}))
describeEventLogContract('SQLite, whose events settle one by one', () => openSqlite({ maxArrived: 1 }))

async function openSqlite(options: { maxArrived?: number }) {
  const temporary = openTemporaryDatabase(options)
  const [created] = begunConversation
  if (created) await temporary.database.log.append([created])
  return {
    log: temporary.database.log,
    ownerId: localOwnerId,
    conversationId,
    dispose: async () => temporary[Symbol.asyncDispose](),
  }
}
