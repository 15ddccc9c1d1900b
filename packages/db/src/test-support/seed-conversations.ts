import { openChatDatabase } from '../chat-database.ts'
import { conversationLog, type NewEntry, workspaceLog } from '../event-log/event-log.ts'
import { localOwnerId } from '../repositories/users.ts'

const partSize = 1_000

/**
 * Fills the database at `path`, which no server has open, with conversations of one question each: the first is the
 * newest and was used at `newestAt`, each further one `stepMs` before. Returns their ids in the order of the list.
 */
export async function seedConversations(
  path: string,
  { total, newestAt, stepMs }: { total: number; newestAt: number; stepMs: number },
): Promise<readonly string[]> {
  const database = openChatDatabase({ path, durability: 'process' })
  const ids = Array.from({ length: total }, (_, index) => `seeded-${String(index).padStart(6, '0')}`)
  for (let start = 0; start < total; start += partSize) {
    const part = ids.slice(start, start + partSize)
    await database.log.append(
      part.flatMap((id, index) => entriesOf(id, start + index, newestAt - (start + index) * stepMs)),
    )
  }
  database.close()
  return ids
}

function entriesOf(id: string, index: number, at: number): NewEntry[] {
  const text = `Question number ${index}`
  const times = { createdAt: at, updatedAt: at }
  return [
    {
      log: workspaceLog(localOwnerId),
      event: {
        type: 'conversation-created',
        conversation: { id, title: text, titleOrigin: 'user', runningCount: 0, ...times },
      },
    },
    {
      log: conversationLog(id),
      event: {
        type: 'message-added',
        message: { id: `${id}-question`, parentId: null, role: 'user', parts: [{ type: 'text', text }], createdAt: at },
      },
    },
  ]
}
