import { startMockModel } from '@livetype/mock-model/server'
import { makeId, textOf } from '@livetype/protocol'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer } from '../test-support/start-test-server.ts'
import { ask, follow, type TestClient } from '../test-support/test-client.ts'

let model: Awaited<ReturnType<typeof startMockModel>>

beforeAll(async () => {
  model = await startMockModel()
})
afterAll(() => model?.[Symbol.asyncDispose]())

const start = (limits: Record<string, string>) =>
  startTestServer({ OPENAI_BASE_URL: model.baseUrl, OPENAI_MODELS: 'mock-echo,mock-stall', ...limits })

const untilEnded = (client: TestClient, conversationId: string) =>
  follow(client, { conversation: { id: conversationId } }, (event) => event.type === 'run-ended')

it('[RUN7] a second reply waits where one may be made at once, is seen to wait, and begins when the first has ended', async () => {
  await using server = await start({ LIVETYPE_MAX_RUNS: '1' })
  const { client } = server
  const first = await ask(client, 'first', { modelId: 'mock-stall' })
  const second = await ask(client, 'second')
  expect(second.started.reply.reply).toMatchObject({ status: 'queued' })
  expect(second.started.conversation.runningCount).toBe(1)
  const { messages } = await client.conversation.get.query(second)
  expect(messages[1]).toMatchObject({ reply: { status: 'queued' } })
  await client.run.stop.mutate(first)
  const { events } = await untilEnded(client, second.conversationId)
  expect(events.flatMap((event) => ('runId' in event ? [event.type] : []))).toEqual([
    'run-queued',
    'run-started',
    'run-ended',
  ])
  const { messages: after } = await client.conversation.get.query(second)
  expect(after.map(textOf)).toEqual(['second', 'You said: second'])
})

it('[RUN7] the same message sent again while its reply waits is the same', async () => {
  await using server = await start({ LIVETYPE_MAX_RUNS_PER_OWNER: '1' })
  const { client } = server
  await ask(client, 'first', { modelId: 'mock-stall' })
  const ids = { conversationId: makeId(), messageId: makeId(), replyId: makeId() }
  const send = () => client.message.send.mutate({ ...ids, parentId: null, text: 'second' })
  const answers = await Promise.all([send(), send(), send()])
  expect(new Set(answers.map(({ reply }) => reply.runId)).size).toBe(1)
  expect(answers[0]?.reply.reply.status).toBe('queued')
})

it('[RUN7] deleting a conversation ends what waits in it', async () => {
  await using server = await start({ LIVETYPE_MAX_RUNS: '1' })
  const { client } = server
  await ask(client, 'first', { modelId: 'mock-stall' })
  const second = await ask(client, 'second')
  await client.conversation.delete.mutate(second)
  await client.conversation.restore.mutate(second)
  const { messages } = await client.conversation.get.query(second)
  expect(messages[1]).toMatchObject({ reply: { status: 'stopped' } })
})

it('[RUN7] where too many wait, a message is refused with a sentence, and nothing of it is kept', async () => {
  await using server = await start({ LIVETYPE_MAX_RUNS: '1', LIVETYPE_MAX_QUEUED_RUNS_PER_OWNER: '1' })
  const { client } = server
  await ask(client, 'first', { modelId: 'mock-stall' })
  await ask(client, 'second')
  await expect(ask(client, 'third')).rejects.toMatchObject({
    data: { httpStatus: 429, failure: { code: 'too-many-runs', isRetryable: true } },
  })
  expect((await client.conversation.list.query()).conversations).toHaveLength(2)
})

it('[RUN8] a reply that takes too long fails with a reason, keeps its text, and can be gone on with', async () => {
  await using server = await start({ LIVETYPE_MAX_RUN_MINUTES: '0.005' })
  const { client } = server
  const asked = await ask(client, 'go', { modelId: 'mock-stall' })
  const { events } = await untilEnded(client, asked.conversationId)
  expect(events.at(-1)).toMatchObject({ status: 'failed', failure: { code: 'run-deadline-exceeded' } })
  const { messages } = await client.conversation.get.query(asked)
  expect(textOf(messages[1] ?? expect.fail())).not.toBe('')
  const runId = makeId()
  const { reply } = await client.run.continue.mutate({
    ...asked,
    messageId: asked.replyId,
    runId,
    modelId: 'mock-echo',
  })
  expect(reply).toMatchObject({ id: asked.replyId, runId })
})
