import { conversationLog, localOwnerId, openChatDatabase, workspaceLog } from '@livetype/db'
import { expect, it, onTestFinished } from 'vitest'
import { createConversationTurns } from '../conversations/conversation-turns.ts'
import { createLogger } from '../logging/create-logger.ts'
import type { Provider } from '../providers/provider.ts'
import type { EndedRun } from '../runs/run.ts'
import { makeDataDir } from '../test-support/test-config.ts'
import { nameConversation } from './title-by-model.ts'

const conversationId = 'conversation-1'
const [questionId, replyId, runId] = ['question-1', 'reply-0001', 'run-000001']

const provider: Provider = {
  id: 'namer',
  models: async () => [],
  async *reply() {
    yield [{ type: 'text', text: 'A title by the model' }]
  },
}

async function prepare() {
  const dataDir = makeDataDir()
  const database = openChatDatabase({ path: `${dataDir.path}/livetype.db`, durability: 'process' })
  onTestFinished(() => {
    database.close()
    dataDir.remove()
  })
  const workspace = workspaceLog(localOwnerId)
  const log = conversationLog(conversationId)
  const times = { createdAt: 1, updatedAt: 1, runningCount: 0 }
  const conversation = { id: conversationId, title: 'Hi', titleOrigin: 'words', ...times } as const
  const run = { runId, messageId: replyId, parentId: questionId, modelId: 'm', modelName: 'M' }
  const text = { type: 'text' as const, text: 'Hi' }
  await database.log.append([
    { log: workspace, event: { type: 'conversation-created', conversation } },
    {
      log,
      event: {
        type: 'message-added',
        message: { id: questionId, parentId: null, role: 'user', parts: [text], createdAt: 1 },
      },
    },
    { log, event: { type: 'run-started', ...run, startedAt: 1 } },
    { log, event: { type: 'text-delta', messageId: replyId, partIndex: 0, offset: 0, text: 'Hello' } },
    { log, event: { type: 'run-ended', runId, messageId: replyId, status: 'completed', endedAt: 2 } },
  ])
  const model = { id: 'm', name: 'M', isDemo: false, description: '', contextTokens: 8_000 }
  const ids = { ownerId: localOwnerId, conversationId, parentId: questionId, replyId, runId }
  const ended: EndedRun = { ...ids, provider, model, before: [], outcome: { status: 'completed' } }
  const turns = createConversationTurns()
  const services = { database, turns, logger: createLogger('silent'), shutdownSignal: new AbortController().signal }
  const rename = (title: string) =>
    database.log.append([
      { log: workspace, event: { type: 'conversation-renamed', conversationId, title, titleOrigin: 'user' } },
    ])
  const title = async () => (await database.conversations.find(localOwnerId, conversationId))?.title
  return { services, turns, ended, rename, title }
}

it('names a conversation after its first reply', async () => {
  const { services, ended, title } = await prepare()
  await nameConversation(services, ended)
  expect(await title()).toBe('A title by the model')
})

it('a title that a person gave in the same moment stays', async () => {
  const { services, turns, ended, rename, title } = await prepare()
  const begun = Promise.withResolvers<void>()
  // The person's rename has its turn while the model's title is on its way.
  const renaming = turns.take(conversationId, async () => {
    await begun.promise
    await rename('By a person')
  })
  const naming = nameConversation(services, ended)
  await new Promise(setImmediate)
  begun.resolve()
  await Promise.all([renaming, naming])
  expect(await title()).toBe('By a person')
})
