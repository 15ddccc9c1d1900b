import { localOwnerId } from '@livetype/db'
import { makeId } from '@livetype/protocol'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { createServices } from '../create-services.ts'
import { createLogger } from '../logging/create-logger.ts'
import { startServer } from '../start-server.ts'
import { startTestServer, type TestServer } from '../test-support/start-test-server.ts'
import { ask, createTestClient, follow, readReply } from '../test-support/test-client.ts'
import { makeDataDir, testConfig } from '../test-support/test-config.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({})
})
afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
})

const notFound = { data: { failure: { code: 'conversation-not-found' } } }
const minute = 60_000

async function beginTemporary(text: string) {
  const { client } = server
  const { cursor } = await client.conversation.list.query({ limit: 1 })
  const { conversationId } = await ask(client, text, { modelId: 'demo', isTemporary: true })
  await readReply(client, conversationId)
  return { conversationId, cursor }
}

it('[TEMP1] works like any other, and is in no list, search or export; no word of it is in the list’s log', async () => {
  const { client, url } = server
  const { conversationId, cursor } = await beginTemporary('A word to be forgotten: Zwetschgendatschi')
  const { conversation, messages } = await client.conversation.get.query({ conversationId })
  expect(conversation).toMatchObject({ isTemporary: true, title: '' })
  expect(messages).toHaveLength(2)

  const { events } = await follow(
    client,
    { workspaceCursor: cursor },
    (event) => event.type === 'conversation-updated' && event.runningCount === 0,
  )
  expect(events).toMatchObject([{ type: 'conversation-created' }, {}, {}])
  expect(JSON.stringify(events)).not.toContain('forgotten')
  expect((await client.conversation.list.query()).conversations).toEqual([])
  expect((await client.search.query.query({ text: 'Zwetschgendatschi' })).groups).toEqual([])
  expect(await (await fetch(`${url}/export?format=json`)).json()).toMatchObject({ conversations: [] })
  expect((await fetch(`${url}/export?format=markdown&conversation=${conversationId}`)).status).toBe(404)
  const rename = client.conversation.rename.mutate({ conversationId, title: 'Forgotten' })
  await expect(rename).rejects.toMatchObject({ data: { failure: { code: 'invalid-input' } } })
  const file = client.conversation.file.mutate({ conversationIds: [conversationId], changes: { addTags: ['x'] } })
  await expect(file).rejects.toMatchObject(notFound)
})

it('[TEMP2] is kept in all tabs at once, with a title from its first words; keeping twice is keeping once', async () => {
  const { client } = server
  const { conversationId } = await beginTemporary('To be kept after all: Quittengelee')
  const { cursor, seq } = await client.conversation.list.query({ limit: 1 })
  await client.conversation.keep.mutate({ conversationId })
  await client.conversation.keep.mutate({ conversationId })
  const { events } = await follow(client, { workspaceCursor: cursor }, ({ type }) => type === 'conversation-kept')
  const title = 'To be kept after all: Quittengelee'
  expect(events).toMatchObject([{ type: 'conversation-kept', conversation: { id: conversationId, title } }])
  const list = await client.conversation.list.query()
  expect(list.conversations).toMatchObject([{ id: conversationId, title }])
  expect(list.seq).toBe(seq + 1)
  expect((await client.search.query.query({ text: 'Quittengelee' })).groups).toHaveLength(1)
})

it('[DOOR1] [TEMP2] what is not there can’t be kept', async () => {
  await expect(server.client.conversation.keep.mutate({ conversationId: makeId() })).rejects.toMatchObject(notFound)
})

it('[TEMP1] is removed an hour after the last one left it, and not while someone has it open', async () => {
  const dataDir = makeDataDir()
  const stop = new AbortController()
  let now = Date.now()
  const services = await createServices(testConfig(dataDir.path), {
    logger: createLogger('silent'),
    shutdownSignal: stop.signal,
    now: () => now,
  })
  onTestFinished(() => {
    stop.abort()
    services.database.close()
    dataDir.remove()
  })
  const { database, messages, temporaryChats } = services
  const conversationId = makeId()
  const ids = { conversationId, messageId: makeId(), replyId: makeId(), parentId: null }
  await messages.send(localOwnerId, { ...ids, text: 'Hello', modelId: 'demo', isTemporary: true })
  await expect.poll(() => database.runs.allOpen()).toEqual([])
  const open = temporaryChats.hold(conversationId)
  now += 5 * 60 * minute
  await database.upkeep(stop.signal)
  expect(await database.conversations.find(localOwnerId, conversationId)).toBeDefined()
  open[Symbol.dispose]()
  now += 59 * minute
  await database.upkeep(stop.signal)
  expect(await database.conversations.find(localOwnerId, conversationId)).toBeDefined()
  now += 2 * minute
  await database.upkeep(stop.signal)
  expect(await database.conversations.find(localOwnerId, conversationId)).toBeUndefined()
})

it('[TEMP1] is gone with the next start of the server, before anyone is served', async () => {
  const dataDir = makeDataDir()
  onTestFinished(() => dataDir.remove())
  const start = () => startServer(testConfig(dataDir.path), { logger: createLogger('silent'), pages: { clients: [] } })
  const first = await start()
  const client = createTestClient(first.url)
  const temporary = await ask(client, 'Temporary', { modelId: 'demo', isTemporary: true })
  const kept = await ask(client, 'Kept', { modelId: 'demo' })
  await readReply(client, temporary.conversationId)
  await first.shutdown()
  const second = await start()
  onTestFinished(() => second.shutdown())
  const again = createTestClient(second.url)
  const { conversationId } = temporary
  await expect(again.conversation.get.query({ conversationId })).rejects.toMatchObject(notFound)
  await again.conversation.get.query({ conversationId: kept.conversationId })
})
