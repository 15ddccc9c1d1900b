import { makeId, maxSearchLength } from '@livetype/protocol'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test-support/start-test-server.ts'
import { ask, readReply } from '../test-support/test-client.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({})
})
afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
})

it('[FIND1] finds what was asked and answered, and nothing of it once it was deleted', async () => {
  const { client } = server
  const asked = await ask(client, 'Tell me of zeppelins')
  await readReply(client, asked.conversationId)
  const found = await client.search.query.query({ text: 'zeppel' })
  expect(found).toMatchObject({
    groups: [
      {
        conversationId: asked.conversationId,
        hits: expect.arrayContaining([expect.objectContaining({ messageId: asked.messageId, role: 'user' })]),
      },
    ],
    isLimited: false,
    nextOffset: null,
  })
  const { conversationId } = asked
  expect((await client.search.query.query({ text: 'zeppelins', conversationId, role: 'user' })).hitCount).toBe(1)
  await client.conversation.delete.mutate({ conversationId })
  expect((await client.search.query.query({ text: 'zeppelins' })).groups).toEqual([])
  await client.conversation.restore.mutate({ conversationId })
  expect((await client.search.query.query({ text: 'zeppelins' })).groups).toHaveLength(1)
})

it('[DOOR1] in a conversation that is not there nothing is found', async () => {
  const { client } = server
  await ask(client, 'a secret word')
  expect((await client.search.query.query({ text: 'secret', conversationId: makeId() })).groups).toEqual([])
})

it('takes whatever a person types, and refuses what is too long with a sentence', async () => {
  const { client } = server
  for (const text of ['', '"', '-', '* (', 'a OR', "'; DROP TABLE messages; --", '\0']) {
    await expect(client.search.query.query({ text })).resolves.toMatchObject({ isLimited: false })
  }
  await expect(client.search.query.query({ text: 'x'.repeat(maxSearchLength + 1) })).rejects.toThrow(
    /up to 500 characters/,
  )
})
