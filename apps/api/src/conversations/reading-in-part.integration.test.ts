import { conversationFromSnapshot, makeId, maxMessagesAtOnce, messagePath, withMessages } from '@livetype/protocol'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test-support/start-test-server.ts'
import { ask, type TestClient } from '../test-support/test-client.ts'

let server: TestServer
let client: TestClient
beforeAll(async () => {
  server = await startTestServer({})
  client = server.client
})
afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
})

it('[PAGE1] gives the last messages and those asked for, with the outline of all, and the others by their ids', async () => {
  const conversationId = makeId()
  let parentId: string | null = null
  const ids: string[] = []
  for (const text of ['one', 'two', 'three']) {
    const [messageId, replyId] = [makeId(), makeId()]
    const { reply } = await client.message.send.mutate({
      conversationId,
      messageId,
      replyId,
      parentId,
      text,
      modelId: 'demo',
    })
    await client.run.stop.mutate({ conversationId, runId: reply.runId })
    ids.push(messageId, replyId)
    parentId = replyId
  }
  const whole = await client.conversation.get.query({ conversationId })
  const part = { recent: 2, include: ids.slice(0, 1) }
  const inPart = await client.conversation.get.query({ conversationId, part })
  expect(inPart.messages.map(({ id }) => id)).toEqual([ids[0], ids[4], ids[5]])
  const state = conversationFromSnapshot(inPart)
  expect(messagePath(state)).toEqual(ids)
  const messageIds = ids.slice(1, 4)
  const messages = await client.conversation.messages.query({ conversationId, messageIds })
  expect(withMessages(state, messages)).toEqual(conversationFromSnapshot(whole))
})

it('[PAGE1] a short conversation is given whole, without an outline', async () => {
  const { conversationId } = await ask(client, 'short', { modelId: 'demo' })
  const snapshot = await client.conversation.get.query({ conversationId, part: { recent: 100 } })
  expect(snapshot.messages).toHaveLength(2)
  expect(snapshot).not.toHaveProperty('outline')
})

it('[PAGE1] [DOOR1] gives no message of another conversation, and knows nothing where nothing is', async () => {
  const asked = await ask(client, 'mine', { modelId: 'demo' })
  const other = await ask(client, 'other', { modelId: 'demo' })
  const messageIds = [asked.messageId]
  expect(await client.conversation.messages.query({ conversationId: other.conversationId, messageIds })).toEqual([])
  await expect(client.conversation.messages.query({ conversationId: makeId(), messageIds })).rejects.toMatchObject({
    data: { failure: { code: 'conversation-not-found' } },
  })
  const tooMany = Array.from({ length: maxMessagesAtOnce + 1 }, makeId)
  await expect(
    client.conversation.messages.query({ conversationId: asked.conversationId, messageIds: tooMany }),
  ).rejects.toThrow(`read ${maxMessagesAtOnce} messages at most`)
})
