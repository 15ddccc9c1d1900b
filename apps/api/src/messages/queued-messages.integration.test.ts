import { startMockModel } from '@livetype/mock-model/server'
import {
  type ConversationEvent,
  conversationFromSnapshot,
  isWorkspaceEvent,
  makeId,
  maxQueuedMessages,
  messageById,
  messagePath,
  type StreamEvent,
  textOf,
} from '@livetype/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { png } from '../files/sample-files.fixture.ts'
import { startTestServer } from '../test-support/start-test-server.ts'
import { ask, follow, type TestClient } from '../test-support/test-client.ts'
import { attach } from '../test-support/upload.ts'

let model: Awaited<ReturnType<typeof startMockModel>>
beforeAll(async () => {
  model = await startMockModel()
})
afterAll(() => model?.[Symbol.asyncDispose]())

const slow = 'mock-words:40;delay=5'
const start = () =>
  startTestServer({ OPENAI_BASE_URL: model.baseUrl, OPENAI_MODELS: `mock-echo,mock-stall:3,mock-cut:5,${slow}` })

const stalled = { modelId: 'mock-stall:3' }

/** Queues a message to be answered by an echo; returns its ids. */
async function queue(client: TestClient, conversationId: string, message: string | { text: string; modelId: string }) {
  const ids = { conversationId, messageId: makeId() }
  const asked = typeof message === 'string' ? { text: message, modelId: 'mock-echo' } : message
  await client.message.queue.mutate({ ...ids, replyId: makeId(), ...asked })
  return ids
}

async function stateOf(client: TestClient, conversationId: string) {
  return conversationFromSnapshot(await client.conversation.get.query({ conversationId }))
}

/** What is said on the path, in order. */
async function saidIn(client: TestClient, conversationId: string) {
  const state = await stateOf(client, conversationId)
  return messagePath(state).map((id) => textOf(messageById(state, id) ?? { parts: [] }))
}

/** Follows from the beginning until this is so. */
async function until(client: TestClient, conversationId: string, isLast: (event: StreamEvent) => boolean) {
  const { events } = await follow(client, { conversation: { id: conversationId } }, isLast)
  return events.filter((event): event is ConversationEvent => 'seq' in event && !isWorkspaceEvent(event))
}

/** Until this text was answered to its end. */
function answered(client: TestClient, conversationId: string, messageId: string) {
  let runId: string | undefined
  return until(client, conversationId, (event) => {
    if (event.type === 'run-started' && event.parentId === messageId) runId = event.runId
    return event.type === 'run-ended' && event.runId === runId
  })
}

const isHeld = (event: StreamEvent) => event.type === 'queue-held'
const failure = (code: string) => ({ data: { failure: { code } } })

describe('queued messages', () => {
  it('[QUEUE1] go out one after the other, in their order, each when the reply before it is complete', async () => {
    await using server = await start()
    const { client } = server
    const { conversationId } = await ask(client, 'go', { modelId: slow })
    await queue(client, conversationId, 'one')
    await queue(client, conversationId, { text: 'two', modelId: slow })
    const last = await queue(client, conversationId, 'three')
    const events = await answered(client, conversationId, last.messageId)
    const steps = events.flatMap((event) => {
      if (event.type === 'message-added') return [textOf(event.message)]
      return event.type === 'run-ended' ? [event.status] : []
    })
    expect(steps).toEqual(['go', 'completed', 'one', 'completed', 'two', 'completed', 'three', 'completed'])
    const said = await saidIn(client, conversationId)
    expect(said.filter((_, index) => index % 2 === 0)).toEqual(['go', 'one', 'two', 'three'])
    expect((await stateOf(client, conversationId)).queue).toEqual({ messages: [], hold: null })
  })

  it('[QUEUE1] go out at once where nothing is being written any more', async () => {
    await using server = await start()
    const { client } = server
    const { conversationId, messageId } = await ask(client, 'go', { modelId: 'mock-echo' })
    await answered(client, conversationId, messageId)
    const late = await queue(client, conversationId, 'late')
    await answered(client, conversationId, late.messageId)
    expect(await saidIn(client, conversationId)).toEqual(['go', 'You said: go', 'late', 'You said: late'])
  })

  it('[QUEUE1] wait until all answers that stand side by side have ended, and follow the first', async () => {
    await using server = await start()
    const { client } = server
    const replies = ['mock-echo', 'mock-stall:3'].map((modelId) => ({ modelId, replyId: makeId() }))
    const sent = { conversationId: makeId(), messageId: makeId(), parentId: null, text: 'Which?', replies }
    const { conversationId } = sent
    const { others = [] } = await client.message.send.mutate(sent)
    const { messageId } = await queue(client, conversationId, 'next')
    await until(client, conversationId, (event) => event.type === 'run-ended')
    expect((await stateOf(client, conversationId)).queue).toMatchObject({ messages: [{ id: messageId }], hold: null })
    await client.run.stop.mutate({ conversationId, runId: others[0]?.runId ?? '' })
    await answered(client, conversationId, messageId)
    expect(messageById(await stateOf(client, conversationId), messageId)?.parentId).toBe(replies[0]?.replyId)
  })

  it('[QUEUE1] [RUN1] are one message each, however often they are queued, also once they went out or were removed', async () => {
    await using server = await start()
    const { client } = server
    const { conversationId } = await ask(client, 'go', stalled)
    const command = { conversationId, messageId: makeId(), replyId: makeId(), text: 'once', modelId: 'mock-echo' }
    const removed = { ...command, messageId: makeId(), replyId: makeId() }
    await Promise.all(Array.from({ length: 20 }, () => client.message.queue.mutate(command)))
    await client.message.queue.mutate(removed)
    await client.message.removeQueued.mutate(removed)
    await client.message.removeQueued.mutate(removed)
    await client.message.queue.mutate(removed)
    expect((await stateOf(client, conversationId)).queue.messages).toHaveLength(1)
    await client.message.sendQueuedNow.mutate(command)
    await answered(client, conversationId, command.messageId)
    await client.message.queue.mutate(command)
    expect((await stateOf(client, conversationId)).queue.messages).toHaveLength(0)
    expect(await saidIn(client, conversationId)).toHaveLength(4)
    const sent = { ...command, messageId: removed.messageId, parentId: null }
    await expect(client.message.send.mutate(sent)).rejects.toMatchObject(failure('id-conflict'))
  })

  it('[QUEUE2] are edited and removed until they go out; then it is too late', async () => {
    await using server = await start()
    const { client } = server
    const { conversationId } = await ask(client, 'go', stalled)
    const first = await queue(client, conversationId, 'one')
    const second = await queue(client, conversationId, 'two')
    const third = await queue(client, conversationId, 'three')
    await client.message.editQueued.mutate({ ...second, text: 'two, better' })
    await client.message.removeQueued.mutate(first)
    await client.message.sendQueuedNow.mutate(second)
    await answered(client, conversationId, third.messageId)
    const said = await saidIn(client, conversationId)
    expect(said.slice(2)).toEqual(['two, better', 'You said: two, better', 'three', 'You said: three'])
    const edit = { ...second, text: 'too late' }
    await expect(client.message.editQueued.mutate(edit)).rejects.toMatchObject(failure('queue-conflict'))
    await expect(client.message.removeQueued.mutate(second)).rejects.toMatchObject(failure('queue-conflict'))
    await expect(client.message.sendQueuedNow.mutate(first)).rejects.toMatchObject(failure('message-not-found'))
    const elsewhere = { ...third, conversationId: makeId(), text: 'x', replyId: makeId() }
    await expect(client.message.editQueued.mutate(elsewhere)).rejects.toMatchObject(failure('message-not-found'))
    await expect(client.message.queue.mutate(elsewhere)).rejects.toMatchObject(failure('conversation-not-found'))
  })

  it('[QUEUE3] are held after a stop, until another reply is complete', async () => {
    await using server = await start()
    const { client } = server
    const { conversationId, replyId, runId } = await ask(client, 'go', stalled)
    const { messageId } = await queue(client, conversationId, 'next')
    await client.run.stop.mutate({ conversationId, runId })
    await until(client, conversationId, isHeld)
    expect((await stateOf(client, conversationId)).queue.hold).toEqual({ reason: 'stopped' })
    const again = { conversationId, messageId: replyId, replyId: makeId(), modelId: 'mock-echo' }
    await client.run.regenerate.mutate(again)
    await answered(client, conversationId, messageId)
    expect(await saidIn(client, conversationId)).toEqual(['go', 'You said: go', 'next', 'You said: next'])
  })

  it('[QUEUE3] are held after a failure, and follow what the person sends themselves', async () => {
    await using server = await start()
    const { client } = server
    const { conversationId } = await ask(client, 'go', { modelId: 'mock-cut:5' })
    const { messageId } = await queue(client, conversationId, 'next')
    await until(client, conversationId, isHeld)
    expect((await stateOf(client, conversationId)).queue.hold).toEqual({ reason: 'failed' })
    const other = { conversationId, messageId: makeId(), replyId: makeId(), parentId: null, modelId: 'mock-echo' }
    await client.message.send.mutate({ ...other, text: 'otherwise' })
    await answered(client, conversationId, messageId)
    expect(await saidIn(client, conversationId)).toEqual(['otherwise', 'You said: otherwise', 'next', 'You said: next'])
  })

  it('[QUEUE3] are held where one can’t be sent, which says why, until that one is removed', async () => {
    await using server = await start()
    const { client } = server
    const { conversationId } = await ask(client, 'go', { modelId: slow })
    const refused = await queue(client, conversationId, { text: 'one', modelId: 'no-such-model' })
    const { messageId } = await queue(client, conversationId, 'two')
    await until(client, conversationId, isHeld)
    expect((await stateOf(client, conversationId)).queue.hold).toMatchObject({
      reason: 'refused',
      failure: { code: 'model-not-found' },
    })
    await expect(client.message.sendQueuedNow.mutate(refused)).rejects.toMatchObject(failure('model-not-found'))
    await client.message.removeQueued.mutate(refused)
    await answered(client, conversationId, messageId)
    expect((await saidIn(client, conversationId)).at(-1)).toBe('You said: two')
  })

  it('[QUEUE4] one is sent at once, many times at once too: what is being written is stopped, the others wait for it', async () => {
    await using server = await start()
    const { client } = server
    const { conversationId, replyId } = await ask(client, 'go', stalled)
    const first = await queue(client, conversationId, 'one')
    const second = await queue(client, conversationId, 'two')
    await Promise.all(Array.from({ length: 10 }, () => client.message.sendQueuedNow.mutate(second)))
    const events = await answered(client, conversationId, first.messageId)
    expect(events.filter((event) => event.type === 'message-added').map(({ message }) => textOf(message))).toEqual([
      'go',
      'two',
      'one',
    ])
    expect(events.some(isHeld)).toBe(false)
    const state = await stateOf(client, conversationId)
    expect(messageById(state, replyId)).toMatchObject({ reply: { status: 'stopped' } })
    expect(messageById(state, second.messageId)?.parentId).toBe(replyId)
  })

  it('[QUEUE4] nothing is stopped for one that can’t be sent', async () => {
    await using server = await start()
    const { client } = server
    const { conversationId, replyId } = await ask(client, 'go', stalled)
    const refused = await queue(client, conversationId, { text: 'one', modelId: 'no-such-model' })
    await expect(client.message.sendQueuedNow.mutate(refused)).rejects.toMatchObject(failure('model-not-found'))
    expect((await stateOf(client, conversationId)).running.has(replyId)).toBe(true)
  })

  it(`[QUEUE5] are ${maxQueuedMessages} at most; one more is refused with a sentence`, async () => {
    await using server = await start()
    const { client } = server
    const { conversationId } = await ask(client, 'go', stalled)
    for (let index = 0; index < maxQueuedMessages; index++) await queue(client, conversationId, `number ${index}`)
    await expect(queue(client, conversationId, 'one more')).rejects.toMatchObject({
      data: { failure: { code: 'queue-full', message: expect.stringMatching(/^20 messages are waiting/) } },
    })
    expect((await stateOf(client, conversationId)).queue.messages).toHaveLength(maxQueuedMessages)
  })

  it('[QUEUE1] [FILE3] have attachments, which an edit keeps or changes', async () => {
    await using server = await start()
    const { client } = server
    const { conversationId } = await ask(client, 'go', stalled)
    const [kept, dropped] = await Promise.all([1, 2].map((size) => attach(server.url, 'a.png', png(size, size))))
    const attachmentIds = [kept?.fileId ?? '', dropped?.fileId ?? '']
    const ids = { conversationId, messageId: makeId() }
    await client.message.queue.mutate({ ...ids, replyId: makeId(), modelId: 'mock-echo', text: '', attachmentIds })
    await client.message.editQueued.mutate({ ...ids, text: 'See', attachmentIds: attachmentIds.slice(0, 1) })
    await client.message.sendQueuedNow.mutate(ids)
    const message = messageById(await stateOf(client, conversationId), ids.messageId)
    expect(message?.parts).toEqual([kept, { type: 'text', text: 'See' }])
  })

  it('[QUEUE3] are still there, and held, in a conversation that was deleted and restored', async () => {
    await using server = await start()
    const { client } = server
    const { conversationId } = await ask(client, 'go', stalled)
    const { messageId } = await queue(client, conversationId, 'next')
    await client.conversation.delete.mutate({ conversationId })
    await client.conversation.restore.mutate({ conversationId })
    await until(client, conversationId, isHeld)
    expect((await stateOf(client, conversationId)).queue).toMatchObject({
      messages: [{ id: messageId }],
      hold: { reason: 'stopped' },
    })
  })
})
