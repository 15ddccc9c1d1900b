import { type MockModel, startMockModel } from '@livetype/mock-model/server'
import { type Configuration, conversationFromSnapshot, makeId } from '@livetype/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLogger } from '../logging/create-logger.ts'
import { startServer } from '../start-server.ts'
import { startTestServer, type TestServer } from '../test-support/start-test-server.ts'
import { createTestClient, follow, readReply, type TestClient } from '../test-support/test-client.ts'
import { makeDataDir, testConfig } from '../test-support/test-config.ts'

let mock: MockModel
let server: TestServer
beforeAll(async () => {
  mock = await startMockModel()
  server = await startTestServer({
    OPENAI_BASE_URL: mock.baseUrl,
    OPENAI_MODELS: 'mock-words:5',
    LIVETYPE_SYSTEM_PROMPT: 'The server speaks.',
  })
})
afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await mock?.[Symbol.asyncDispose]()
})
beforeEach(() => mock.clearRequests())

/** Sends a message and waits for its reply to end. */
async function say(client: TestClient, options: { configuration?: Configuration; text?: string; after?: Sent } = {}) {
  const { configuration, text = 'hello', after } = options
  const conversationId = after?.conversationId ?? makeId()
  const sent = { conversationId, messageId: makeId(), replyId: makeId(), parentId: after?.replyId ?? null, text }
  await client.message.send.mutate({ ...sent, ...(configuration && { configuration }) })
  await follow(
    client,
    { conversation: { id: conversationId } },
    (event) => event.type === 'run-ended' && event.messageId === sent.replyId,
  )
  return sent
}
type Sent = { conversationId: string; replyId: string }

/** The bodies of the requests for replies, without those for titles. */
async function bodies(): Promise<Record<string, unknown>[]> {
  const requests = await mock.requests()
  return requests
    .map(({ body }): Record<string, unknown> => ({ ...(typeof body === 'object' ? body : null) }))
    .filter((body) => !JSON.stringify(body.messages).includes('title'))
}

const configuration: Configuration = { systemPrompt: 'Be a pirate.', temperature: 0.2, maxTokens: 64 }

describe('what a conversation sets', () => {
  it('[CONFIG1] is nothing by default: the request has no parameter at all', async () => {
    await say(server.client)
    const [body] = await bodies()
    expect(Object.keys(body ?? {}).sort()).toEqual(['messages', 'model', 'stream', 'stream_options'])
    expect(body?.messages).toEqual([
      { role: 'system', content: 'The server speaks.' },
      { role: 'user', content: 'hello' },
    ])
  })

  it('[CONFIG1] comes with the first message, counts from it on, and is in the snapshot and the stream', async () => {
    const { client } = server
    const first = await say(client, { configuration })
    await say(client, { after: first, configuration: { temperature: 2 } })
    const sent = await bodies()
    expect(sent).toHaveLength(2)
    for (const body of sent) {
      expect(body).toMatchObject({ temperature: 0.2, max_tokens: 64 })
      expect(body.messages).toMatchObject({ 0: { role: 'system', content: 'Be a pirate.' } })
      expect(body).not.toHaveProperty('top_p')
    }
    const snapshot = await client.conversation.get.query(first)
    expect(conversationFromSnapshot(snapshot).configuration).toEqual(configuration)
    const { events } = await readReply(client, first.conversationId)
    expect(events.filter((event) => event.type === 'conversation-configured')).toHaveLength(1)
  })

  it('[CONFIG1] is changed for the runs that begin later, a continued or repeated one too, and can be unset', async () => {
    const { client } = server
    const first = await say(client, { configuration })
    await client.conversation.configure.mutate({ conversationId: first.conversationId, configuration: { topP: 0.5 } })
    await client.run.regenerate.mutate({ ...first, messageId: first.replyId, replyId: makeId() })
    await expect.poll(async () => (await bodies()).length).toBe(2)
    const [, again] = await bodies()
    expect(again).toMatchObject({ top_p: 0.5, messages: { 0: { content: 'The server speaks.' } } })
    expect(again).not.toHaveProperty('temperature')
    await client.conversation.configure.mutate({ conversationId: first.conversationId, configuration: {} })
    expect((await client.conversation.get.query(first)).configuration).toEqual({})
  })

  it('the same again is no event', async () => {
    const { client } = server
    const { conversationId } = await say(client, { configuration })
    const { seq } = await client.conversation.get.query({ conversationId })
    await client.conversation.configure.mutate({ conversationId, configuration })
    expect((await client.conversation.get.query({ conversationId })).seq).toBe(seq)
  })

  it.each([
    [{ temperature: 3 }, 'configuration.temperature: a temperature lies between 0 and 2'],
    [{ maxTokens: 1.5 }, 'configuration.maxTokens: the most tokens are a whole number'],
    [
      { systemPrompt: 'x'.repeat(32_001) },
      'configuration.systemPrompt: a system prompt can have up to 32000 characters',
    ],
  ])('is refused with a sentence where it can’t be: %o', async (wrong, sentence) => {
    const { conversationId } = await say(server.client)
    await expect(
      server.client.conversation.configure.mutate({ conversationId, configuration: wrong }),
    ).rejects.toMatchObject({ data: { failure: { code: 'invalid-input', message: sentence } } })
  })

  it('[DOOR1] can’t be set for a conversation that is not there', async () => {
    await expect(
      server.client.conversation.configure.mutate({ conversationId: makeId(), configuration }),
    ).rejects.toMatchObject({ data: { failure: { code: 'conversation-not-found' } } })
  })

  it('[CONFIG1] fails the reply with a sentence that names it where the model’s server refuses it', async () => {
    const text = '[[mock-refuses;param=temperature]]'
    const { conversationId } = await say(server.client, { configuration, text })
    const { end } = await readReply(server.client, conversationId)
    expect(end).toMatchObject({ status: 'failed', failure: { code: 'model-refused-request', isRetryable: false } })
    expect(JSON.stringify(end)).toContain('does not take the temperature that this conversation sets')
  })

  it('is sent by its newer name to a server that knows only that', async () => {
    const text = '[[mock-refuses;param=max_tokens]]'
    const first = await say(server.client, { configuration, text })
    await say(server.client, { after: first, text })
    expect((await bodies()).map((body) => [body.max_tokens, body.max_completion_tokens])).toEqual([
      [64, undefined],
      [undefined, 64],
      [undefined, 64],
    ])
  })

  it('is there after a restart', async () => {
    const dataDir = makeDataDir()
    const config = testConfig(dataDir.path, { OPENAI_BASE_URL: mock.baseUrl, OPENAI_MODELS: 'mock-words:5' })
    const start = () => startServer(config, { logger: createLogger(config.logLevel), pages: { clients: [] } })
    const before = await start()
    const { conversationId } = await say(createTestClient(before.url), { configuration })
    await before.shutdown()
    const after = await start()
    const snapshot = await createTestClient(after.url).conversation.get.query({ conversationId })
    expect(snapshot.configuration).toEqual(configuration)
    await after.shutdown()
    dataDir.remove()
  })
})
