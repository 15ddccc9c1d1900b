import { startMockModel } from '@livetype/mock-model/server'
import { comparedReplies, conversationFromSnapshot, makeId, messagePath } from '@livetype/protocol'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer } from '../test-support/start-test-server.ts'
import { ask, follow, type TestClient } from '../test-support/test-client.ts'

let model: Awaited<ReturnType<typeof startMockModel>>
beforeAll(async () => {
  model = await startMockModel()
})
afterAll(() => model?.[Symbol.asyncDispose]())

const start = (changes: Record<string, string> = {}) =>
  startTestServer({ OPENAI_BASE_URL: model.baseUrl, OPENAI_MODELS: 'mock-echo,mock-stall:3', ...changes })

function command(...modelIds: string[]) {
  const replies = modelIds.map((modelId) => ({ modelId, replyId: makeId() }))
  return { conversationId: makeId(), messageId: makeId(), parentId: null, text: 'Which?', replies }
}

async function pathOf(client: TestClient, conversationId: string) {
  const state = conversationFromSnapshot(await client.conversation.get.query({ conversationId }))
  const path = messagePath(state)
  return { path, compared: comparedReplies(state, path) }
}

/** Follows until so many runs have ended. */
async function untilEnded(client: TestClient, conversationId: string, count: number) {
  let ended = 0
  return follow(client, { conversation: { id: conversationId } }, (event) => {
    if (event.type === 'run-ended') ended += 1
    return ended === count
  })
}

it('[RUN11] four answers to one message, two by the same model, stand side by side until one is chosen', async () => {
  await using server = await start()
  const { client } = server
  const input = command('mock-echo', 'demo', 'mock-echo', 'demo')
  const { conversationId } = input
  const ids = input.replies.map(({ replyId }) => replyId)
  const started = await client.message.send.mutate(input)
  expect([started.reply, ...(started.others ?? [])].map(({ id }) => id)).toEqual(ids)
  expect(started.conversation.runningCount).toBe(4)
  await untilEnded(client, conversationId, 4)
  expect(await pathOf(client, conversationId)).toEqual({ path: [input.messageId, ids[0]], compared: ids })
  const chosen = ids[2] ?? ''
  await client.conversation.chooseBranch.mutate({ conversationId, messageId: chosen })
  expect(await pathOf(client, conversationId)).toEqual({ path: [input.messageId, chosen], compared: [] })
})

it('[RUN11] the next message goes on from the first, and nothing stands side by side any more', async () => {
  await using server = await start()
  const { client } = server
  const input = command('mock-echo', 'mock-echo')
  const { conversationId } = input
  await client.message.send.mutate(input)
  await untilEnded(client, conversationId, 2)
  const firstId = input.replies[0]?.replyId ?? ''
  const next = { conversationId, messageId: makeId(), replyId: makeId() }
  await client.message.send.mutate({ ...next, parentId: firstId, text: 'And?' })
  const path = [input.messageId, firstId, next.messageId, next.replyId]
  expect(await pathOf(client, conversationId)).toEqual({ path, compared: [] })
})

it('[RUN11] [RUN1] the same command many times at once begins each reply once', async () => {
  await using server = await start()
  const { client } = server
  const input = command('mock-echo', 'mock-echo', 'mock-echo')
  const answers = await Promise.all(Array.from({ length: 20 }, () => client.message.send.mutate(input)))
  const runIds = answers.map(({ reply, others = [] }) => [reply, ...others].map(({ runId }) => runId).join())
  expect(new Set(runIds).size).toBe(1)
  const { messages } = await client.conversation.get.query(input)
  expect(messages).toHaveLength(4)
  const other = { ...input, replies: [...input.replies.slice(1), { replyId: makeId() }] }
  await expect(client.message.send.mutate(other)).rejects.toMatchObject({ data: { failure: { code: 'id-conflict' } } })
})

it('[RUN11] [RUN7] some wait for their turn; where not all find a place none begins, and nothing is kept', async () => {
  await using server = await start({ LIVETYPE_MAX_RUNS: '2', LIVETYPE_MAX_QUEUED_RUNS_PER_OWNER: '1' })
  const { client } = server
  await expect(
    client.message.send.mutate(command('mock-echo', 'mock-echo', 'mock-echo', 'mock-echo')),
  ).rejects.toMatchObject({ data: { failure: { code: 'too-many-runs' } } })
  expect((await client.conversation.list.query()).conversations).toEqual([])
  const input = command('mock-stall:3', 'mock-stall:3', 'mock-echo')
  const { reply, others } = await client.message.send.mutate(input)
  expect([reply, ...(others ?? [])].map((one) => one.reply.status)).toEqual(['running', 'running', 'queued'])
  await client.run.stop.mutate({ conversationId: input.conversationId, runId: reply.runId })
  await untilEnded(client, input.conversationId, 2)
  const { messages } = await client.conversation.get.query(input)
  expect(messages.map((message) => message.role === 'assistant' && message.reply.status)).toEqual([
    false,
    'stopped',
    'running',
    'completed',
  ])
})

it('[RUN11] several can be asked for again, and one of a model that is not there keeps all from beginning', async () => {
  await using server = await start()
  const { client } = server
  const { conversationId, replyId } = await ask(client, 'Hi', { modelId: 'mock-echo' })
  const { replies } = command('mock-echo', 'demo')
  const unknown = [...replies, { replyId: makeId(), modelId: 'no-such-model' }]
  await expect(client.run.regenerate.mutate({ conversationId, messageId: replyId, replies: unknown })).rejects.toThrow()
  await client.run.regenerate.mutate({ conversationId, messageId: replyId, replies })
  const ids = replies.map((one) => one.replyId)
  expect((await pathOf(client, conversationId)).compared).toEqual(ids)
})

it('[RUN11] asking for none, for five, or in both ways at once is refused with a sentence', async () => {
  await using server = await start()
  const { client } = server
  const wrong = [
    command(),
    command('demo', 'demo', 'demo', 'demo', 'demo'),
    { ...command('demo', 'demo'), replyId: makeId() },
  ]
  for (const input of wrong) {
    await expect(client.message.send.mutate(input)).rejects.toMatchObject({
      data: { failure: { code: 'invalid-input' } },
    })
  }
})
