import { conversationFromSnapshot, makeId, messagePath } from '@livetype/protocol'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test-support/start-test-server.ts'
import { ask, follow, readReply } from '../test-support/test-client.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({})
})
afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
})

async function pathOf(conversationId: string): Promise<readonly string[]> {
  return messagePath(conversationFromSnapshot(await server.client.conversation.get.query({ conversationId })))
}

it('[TREE1] a chosen version is in the snapshot and in the stream, and a later one is the path again', async () => {
  const { client } = server
  const first = await ask(client, 'hello')
  const { conversationId } = first
  await readReply(client, conversationId)
  const edited = { conversationId, messageId: makeId(), replyId: makeId() }
  await client.message.send.mutate({ ...edited, parentId: null, text: 'hello again' })
  expect(await pathOf(conversationId)).toEqual([edited.messageId, edited.replyId])

  await client.conversation.chooseBranch.mutate({ conversationId, messageId: first.replyId })
  expect(await pathOf(conversationId)).toEqual([first.messageId, first.replyId])
  const { events } = await follow(
    client,
    { conversation: { id: conversationId } },
    (event) => event.type === 'branch-chosen',
  )
  expect(events.at(-1)).toMatchObject({ messageId: first.replyId })

  const another = { conversationId, messageId: first.replyId, replyId: makeId() }
  await client.run.regenerate.mutate(another)
  expect(await pathOf(conversationId)).toEqual([first.messageId, another.replyId])
})

it('[DOOR1] a message that is not there, or of another conversation, can’t be chosen', async () => {
  const { client } = server
  const [one, other] = [await ask(client, 'one'), await ask(client, 'other')]
  for (const messageId of [makeId(), other.messageId]) {
    await expect(
      client.conversation.chooseBranch.mutate({ conversationId: one.conversationId, messageId }),
    ).rejects.toMatchObject({ data: { failure: { code: 'message-not-found' } } })
  }
})
