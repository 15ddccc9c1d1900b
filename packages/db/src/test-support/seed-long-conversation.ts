import { openChatDatabase } from '../chat-database.ts'
import { conversationLog, type NewEntry, workspaceLog } from '../event-log/event-log.ts'
import { localOwnerId } from '../repositories/users.ts'

const partSize = 500
/** So many words in a message, in turn: short ones, long ones, and some that are higher than a screen. */
const wordCounts = [3, 40, 12, 160, 25, 90, 6, 700, 18, 55]

/** What was put into a database: ids, from the first message to the last. */
export interface SeededConversation {
  readonly conversationId: string
  /** The path that is shown: a question and its answer in turn. */
  readonly path: readonly string[]
  /** The earlier versions of answers; nothing follows them. */
  readonly versions: readonly string[]
}

/**
 * Puts one conversation into the database at `path`, which no server has open. Each message says which of the path it
 * is, `Question 7` and `Answer 7`, counted from 0 together; each `versionEvery`th answer has an earlier version.
 */
export async function seedLongConversation(
  path: string,
  options: { messageCount: number; versionEvery?: number; newestAt: number },
): Promise<SeededConversation> {
  const { messageCount, versionEvery = Number.POSITIVE_INFINITY, newestAt } = options
  const conversationId = 'seeded-long'
  const database = openChatDatabase({ path, durability: 'process' })
  const timeOf = (index: number) => newestAt - (messageCount - index) * 1000
  const log = conversationLog(conversationId)
  const ids: string[] = []
  const versions: string[] = []
  let entries: NewEntry[] = [created(conversationId, timeOf(0))]
  for (let index = 0; index < messageCount; index += 1) {
    const id = `seeded-${index}`
    const parentId = ids.at(-1) ?? null
    if (parentId === null || index % 2 === 0) {
      const parts = [{ type: 'text' as const, text: `Question ${index}. ${words(index)}` }]
      entries.push({
        log,
        event: { type: 'message-added', message: { id, parentId, role: 'user', parts, createdAt: timeOf(index) } },
      })
    } else {
      if ((index + 1) % (2 * versionEvery) === 0) {
        versions.push(`${id}-earlier`)
        entries.push(
          ...reply({ id: `${id}-earlier`, parentId, text: `Earlier answer ${index}`, at: timeOf(index) }, log),
        )
      }
      entries.push(...reply({ id, parentId, text: `Answer ${index}. ${words(index)}`, at: timeOf(index) }, log))
    }
    ids.push(id)
    if (entries.length < partSize && index < messageCount - 1) continue
    await database.log.append(entries)
    entries = []
  }
  database.close()
  return { conversationId, path: ids, versions }
}

function created(id: string, at: number): NewEntry {
  const conversation = {
    id,
    title: 'A long conversation',
    titleOrigin: 'user' as const,
    runningCount: 0,
    createdAt: at,
    updatedAt: at,
  }
  return { log: workspaceLog(localOwnerId), event: { type: 'conversation-created', conversation } }
}

function reply(message: { id: string; parentId: string; text: string; at: number }, log: NewEntry['log']): NewEntry[] {
  const { id, parentId, text, at } = message
  const run = { runId: `${id}-run`, messageId: id }
  const events: NewEntry['event'][] = [
    { type: 'run-started', ...run, parentId, modelId: 'demo', modelName: 'Demo', startedAt: at },
    { type: 'run-ended', ...run, status: 'completed', parts: [{ type: 'text', text }], endedAt: at },
  ]
  return events.map((event) => ({ log, event }))
}

function words(index: number): string {
  const count = wordCounts[(index * 7 + Math.floor(index / 3)) % wordCounts.length] ?? 1
  const sentence = 'The river was quiet in the early morning and nobody saw the lamp burning in the window. '
  const text = sentence
    .repeat(Math.ceil(count / 17))
    .split(' ')
    .slice(0, count)
  return text.map((word, place) => (place > 0 && place % 60 === 0 ? `\n\n${word}` : word)).join(' ')
}
