import { conversationLog, openChatDatabase } from '@livetype/db'
import { startMockModel } from '@livetype/mock-model/server'
import {
  type ConversationState,
  conversationFromSnapshot,
  foldConversation,
  isWorkspaceEvent,
  makeId,
  messageById,
  messagePath,
  textOf,
} from '@livetype/protocol'
import { expect, it, onTestFinished } from 'vitest'
import { databasePath } from '../database-path.ts'
import { spawnServer } from '../test-support/spawn-server.ts'
import { ask, follow, type TestClient } from '../test-support/test-client.ts'
import { makeDataDir, testEnvironment } from '../test-support/test-config.ts'

const slow = 'mock-words:30;delay=20'

async function prepare() {
  const model = await startMockModel()
  const dataDir = makeDataDir()
  onTestFinished(async () => {
    await model[Symbol.asyncDispose]()
    dataDir.remove()
  })
  const environment = {
    ...testEnvironment(dataDir.path, model.baseUrl),
    OPENAI_MODELS: `mock-echo,mock-stall:3,${slow}`,
  }
  return { environment, path: databasePath({ dataDir: dataDir.path }) }
}

async function stateOf(client: TestClient, conversationId: string) {
  return conversationFromSnapshot(await client.conversation.get.query({ conversationId }))
}

function isAllAnswered(state: ConversationState): boolean {
  const last = messageById(state, messagePath(state).at(-1) ?? '')
  return state.queue.messages.length + state.running.size === 0 && last?.role === 'assistant'
}

/** The conversation as soon as this is so of it. */
async function until(client: TestClient, conversationId: string, isEnough: (state: ConversationState) => boolean) {
  const { cursor, ...snapshot } = await client.conversation.get.query({ conversationId })
  let state = conversationFromSnapshot(snapshot)
  if (isEnough(state)) return state
  await follow(client, { conversation: { id: conversationId, cursor } }, (event) => {
    if ('seq' in event && !isWorkspaceEvent(event)) state = foldConversation(state, event)
    return isEnough(state)
  })
  return state
}

it('[QUEUE1] [QUEUE3] a server killed in mid-reply has the queue after the restart, held, and sends it when it is told to', async () => {
  const { environment } = await prepare()
  const killed = await spawnServer(environment)
  const { conversationId, replyId } = await ask(killed.client, 'go', { modelId: 'mock-stall:3' })
  const ids = { conversationId, messageId: makeId() }
  await killed.client.message.queue.mutate({ ...ids, replyId: makeId(), text: 'next', modelId: 'mock-echo' })
  await killed.end('SIGKILL')

  await using restarted = await spawnServer(environment)
  const { client } = restarted
  expect((await until(client, conversationId, ({ queue }) => queue.hold !== null)).queue).toMatchObject({
    messages: [{ id: ids.messageId }],
    hold: { reason: 'interrupted' },
  })
  await client.message.sendQueuedNow.mutate(ids)
  expect(messageById(await stateOf(client, conversationId), ids.messageId)?.parentId).toBe(replyId)
})

it('[QUEUE1] what a server had to send when it was killed goes out at the next start, once', async () => {
  const { environment, path } = await prepare()
  const killed = await spawnServer(environment)
  const { conversationId, replyId } = await ask(killed.client, 'go', { modelId: 'mock-echo' })
  await follow(killed.client, { conversation: { id: conversationId } }, ({ type }) => type === 'run-ended')
  await killed.end('SIGKILL')
  // As it is between the end of the reply and the message that follows it: too short a moment to be hit from outside.
  const database = openChatDatabase({ path, durability: 'process' })
  const message = {
    id: makeId(),
    parts: [{ type: 'text' as const, text: 'next' }],
    replies: [{ replyId: makeId(), modelId: 'mock-echo' }],
    queuedAt: 1,
  }
  await database.log.append([{ log: conversationLog(conversationId), event: { type: 'message-queued', message } }])
  database.close()

  await using restarted = await spawnServer(environment)
  const { client } = restarted
  const state = await until(client, conversationId, isAllAnswered)
  expect(messagePath(state).slice(1)).toEqual([replyId, message.id, message.replies[0]?.replyId])
  expect(state.messageIds).toHaveLength(4)
})

it('[QUEUE1] over kills wherever they fall, each queued message goes out once, and in its order', {
  timeout: 120_000,
}, async () => {
  const { environment } = await prepare()
  const texts = ['one', 'two', 'three', 'four', 'five']
  let server = await spawnServer(environment)
  onTestFinished(async () => void (await server.end('SIGKILL')))
  const { conversationId } = await ask(server.client, 'go', { modelId: slow })
  for (const text of texts) {
    const ids = { conversationId, messageId: makeId(), replyId: makeId() }
    await server.client.message.queue.mutate({ ...ids, text, modelId: slow })
  }
  // After so many events it is killed.
  for (const life of [3, 45]) {
    let seen = 0
    await until(server.client, conversationId, () => ++seen >= life)
    await server.end('SIGKILL')
    server = await spawnServer(environment)
    // The reply that was interrupted holds what waits; where none was, it goes out by itself.
    const decided = await until(server.client, conversationId, ({ queue, running }) => {
      return queue.hold !== null || running.size > 0 || queue.messages.length === 0
    })
    const [first] = decided.queue.messages
    if (decided.queue.hold && first) {
      await server.client.message.sendQueuedNow.mutate({ conversationId, messageId: first.id })
    }
  }
  const state = await until(server.client, conversationId, isAllAnswered)
  const said = messagePath(state).map((id) => messageById(state, id))
  expect(said.flatMap((message) => (message?.role === 'user' ? [textOf(message)] : []))).toEqual(['go', ...texts])
  expect(state.messageIds).toHaveLength(2 + 2 * texts.length)
})
