import { makeId } from '@livetype/protocol'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test-support/start-test-server.ts'
import { ask, follow, readReply, type TestClient } from '../test-support/test-client.ts'

let server: TestServer
let client: TestClient
beforeAll(async () => {
  server = await startTestServer({})
  client = server.client
})
afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
})

async function create(title: string): Promise<string> {
  return (await client.conversation.create.mutate({ conversationId: makeId(), title })).id
}

const notFound = { data: { failure: { code: 'conversation-not-found' } } }

it('files several conversations in one transaction, and tells all tabs', async () => {
  const ids = [await create('One'), await create('Two'), await create('Three')]
  const { cursor } = await client.conversation.list.query({ limit: 1 })
  const changes = { isPinned: true, addTags: [' work '] }
  await client.conversation.file.mutate({ conversationIds: ids, changes })
  const { events } = await follow(
    client,
    { workspaceCursor: cursor },
    (event) => event.type === 'conversation-filed' && event.conversationId === ids[2],
  )
  expect(events).toMatchObject(ids.map((conversationId) => ({ conversationId, isPinned: true, tags: ['work'] })))
  expect(events[2]).not.toHaveProperty('isArchived')
  const { conversations } = await client.conversation.list.query()
  expect(conversations.find(({ id }) => id === ids[0])).toMatchObject({ isPinned: true, tags: ['work'] })
  expect(await client.conversation.tags.query()).toEqual(['work'])
})

it('says nothing where nothing changes', async () => {
  const id = await create('Pinned twice')
  await client.conversation.file.mutate({ conversationIds: [id], changes: { isPinned: true } })
  const before = await client.conversation.list.query({ limit: 1 })
  await client.conversation.file.mutate({ conversationIds: [id], changes: { isPinned: true } })
  expect((await client.conversation.list.query({ limit: 1 })).seq).toBe(before.seq)
})

it('deletes several with their replies, and restores them all', async () => {
  const asked = [await ask(client, 'one', { modelId: 'demo' }), await ask(client, 'two', { modelId: 'demo' })]
  const conversationIds = asked.map(({ conversationId }) => conversationId)
  await client.conversation.deleteMany.mutate({ conversationIds })
  await client.conversation.deleteMany.mutate({ conversationIds })
  const listed = (await client.conversation.list.query()).conversations.map(({ id }) => id)
  for (const id of conversationIds) expect(listed).not.toContain(id)
  await client.conversation.restoreMany.mutate({ conversationIds })
  const summaries = await client.conversation.summaries.query({ conversationIds })
  expect(summaries.conversations.map(({ id }) => id).sort()).toEqual(conversationIds.sort())
  expect(summaries.conversations.every(({ runningCount }) => runningCount === 0)).toBe(true)
})

it('[DOOR1] leaves out what is not there, and knows nothing where nothing is', async () => {
  const id = await create('There')
  const gone = makeId()
  await client.conversation.file.mutate({ conversationIds: [gone, id], changes: { isArchived: true } })
  expect((await client.conversation.page.query({ after: null, isArchived: true })).conversations).toMatchObject([
    { id },
  ])
  for (const call of [
    client.conversation.file.mutate({ conversationIds: [gone], changes: { isPinned: true } }),
    client.conversation.deleteMany.mutate({ conversationIds: [gone] }),
    client.conversation.restoreMany.mutate({ conversationIds: [gone] }),
  ]) {
    await expect(call).rejects.toMatchObject(notFound)
  }
  expect((await client.conversation.summaries.query({ conversationIds: [gone] })).conversations).toEqual([])
})

it('an archived conversation goes on in the archive', async () => {
  const { conversationId } = await ask(client, 'Archived', { modelId: 'demo' })
  await readReply(client, conversationId)
  await client.conversation.file.mutate({ conversationIds: [conversationId], changes: { isArchived: true } })
  const { conversations } = await client.conversation.list.query()
  expect(conversations.map(({ id }) => id)).not.toContain(conversationId)
  expect((await client.conversation.get.query({ conversationId })).conversation.isArchived).toBe(true)
})

it('refuses too many at once, and names that are none', async () => {
  const conversationIds = Array.from({ length: 501 }, () => makeId())
  const refused = { data: { failure: { code: 'invalid-input' } } }
  await expect(client.conversation.deleteMany.mutate({ conversationIds })).rejects.toMatchObject(refused)
  const id = await create('Tagged')
  for (const tag of ['', '  ', 'x'.repeat(41)]) {
    const file = client.conversation.file.mutate({ conversationIds: [id], changes: { addTags: [tag] } })
    await expect(file).rejects.toMatchObject(refused)
  }
})
