import { startMockModel } from '@livetype/mock-model/server'
import {
  conversationFromSnapshot,
  foldConversation,
  isWorkspaceEvent,
  makeId,
  messageById,
  textOf,
} from '@livetype/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './test-support/start-test-server.ts'
import { ask, follow, readReply } from './test-support/test-client.ts'

let model: Awaited<ReturnType<typeof startMockModel>>
let server: TestServer

beforeAll(async () => {
  model = await startMockModel()
  server = await startTestServer({
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_API_KEY: 'test-key',
    OPENAI_MODELS: [
      'mock-echo',
      'mock-words:40;delay=5',
      'mock-stall',
      'mock-unauthorized',
      'mock-quota',
      'mock-no-finish',
      'mock-html',
      'mock-cut',
      'mock-reasoning-content',
    ].join(','),
  })
})
afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await model?.[Symbol.asyncDispose]()
})

describe('a reply', () => {
  it('[LOG4] is typed to a follower and is in the database as it was typed', async () => {
    const { conversationId, replyId } = await ask(server.client, 'Grüße 👋')
    const { text, end } = await readReply(server.client, conversationId)
    expect(text).toBe('You said: Grüße 👋')
    expect(end).toMatchObject({ status: 'completed', messageId: replyId })
    const snapshot = await server.client.conversation.get.query({ conversationId })
    expect(snapshot.messages.map(textOf)).toEqual(['Grüße 👋', text])
    expect(snapshot.messages[1]).toMatchObject({
      role: 'assistant',
      modelId: 'mock-echo',
      reply: { status: 'completed' },
    })
  })

  it('[RUN2] is written to its end with nobody watching', async () => {
    const { conversationId } = await ask(server.client, 'go', { modelId: 'mock-words:40;delay=5' })
    await workspaceUntilIdle(conversationId)
    const { messages } = await server.client.conversation.get.query({ conversationId })
    expect(textOf(messages[1] ?? expect.fail())).toMatch(/(\S+ ){39}\S+/)
  })

  it('[SUB1] a follower that was cut off goes on from its last id, without loss and without repeat', async () => {
    const { conversationId } = await ask(server.client, 'go', { modelId: 'mock-words:40;delay=5' })
    const first = await follow(
      server.client,
      { conversation: { id: conversationId } },
      (event) => event.type === 'text-delta',
    )
    const rest = await follow(
      server.client,
      { conversation: { id: conversationId }, lastEventId: first.lastEventId },
      (event) => event.type === 'run-ended',
    )
    const seqs = [...first.events, ...rest.events].flatMap((event) =>
      'seq' in event && !isWorkspaceEvent(event)
        ? [['firstSeq' in event && event.firstSeq ? event.firstSeq : event.seq, event.seq] as const]
        : [],
    )
    let expected = 1
    for (const [firstSeq, seq] of seqs) {
      expect(firstSeq).toBe(expected)
      expected = seq + 1
    }
  })

  it('[SUB2] a snapshot in mid-reply and the events behind its cursor make the whole', async () => {
    const { conversationId, replyId } = await ask(server.client, 'go', { modelId: 'mock-words:40;delay=5' })
    await follow(server.client, { conversation: { id: conversationId } }, (event) => event.type === 'text-delta')
    const snapshot = await server.client.conversation.get.query({ conversationId })
    let state = conversationFromSnapshot(snapshot)
    const { events } = await follow(
      server.client,
      { conversation: { id: conversationId, cursor: snapshot.cursor } },
      (event) => event.type === 'run-ended',
    )
    for (const event of events) {
      if ('seq' in event && !isWorkspaceEvent(event)) state = foldConversation(state, event)
    }
    const { messages } = await server.client.conversation.get.query({ conversationId })
    expect(state.isBehind).toBe(false)
    expect(messageById(state, replyId)).toEqual(messages[1])
  })

  it.each(['999:1', '1:999999', 'nonsense'])('[SUB2] the cursor %s is answered by a reset', async (cursor) => {
    const { conversationId } = await ask(server.client, 'hi')
    const { events } = await follow(server.client, { conversation: { id: conversationId, cursor } }, () => true)
    expect(events).toContainEqual({ type: 'conversation-reset', conversationId })
  })

  it('shows reasoning as parts of its own', async () => {
    const { conversationId } = await ask(server.client, 'hm', { modelId: 'mock-reasoning-content' })
    await readReply(server.client, conversationId)
    const { messages } = await server.client.conversation.get.query({ conversationId })
    expect(messages[1]?.parts.map((part) => part.type)).toEqual(['reasoning', 'text'])
  })

  it('gives the model the turns before, and the system prompt', async () => {
    await model.clearRequests()
    const { conversationId, replyId } = await ask(server.client, 'first')
    await readReply(server.client, conversationId)
    const ids = { conversationId, messageId: makeId(), replyId: makeId() }
    await server.client.message.send.mutate({ ...ids, parentId: replyId, text: 'second' })
    await workspaceUntilIdle(conversationId)
    const requests = await model.requests()
    const turns = requests.map((request) => Object(request.body).messages).find((messages) => messages.length === 4)
    expect(turns.map((turn: { role: string }) => turn.role)).toEqual(['system', 'user', 'assistant', 'user'])
    expect(turns.at(-1).content).toBe('second')
  })

  it('names the conversation by the model after the first reply', async () => {
    const { conversationId } = await ask(server.client, 'a question')
    const { events } = await follow(
      server.client,
      {},
      (event) => event.type === 'conversation-renamed' && event.conversationId === conversationId,
    )
    expect(events.at(-1)).toMatchObject({ titleOrigin: 'model' })
  })
})

describe('sending', () => {
  it('[RUN1] the same ids a hundred times make one message and one run', async () => {
    const ids = { conversationId: makeId(), messageId: makeId(), replyId: makeId() }
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => server.client.message.send.mutate({ ...ids, parentId: null, text: 'once' })),
    )
    expect(new Set(answers.map((answer) => answer.reply.runId)).size).toBe(1)
    await readReply(server.client, ids.conversationId)
    const again = await server.client.message.send.mutate({ ...ids, parentId: null, text: 'once' })
    expect(again.reply.runId).toBe(answers[0]?.reply.runId)
    const { messages } = await server.client.conversation.get.query({ conversationId: ids.conversationId })
    expect(messages).toHaveLength(2)
  })

  it('[RUN1] commands on one conversation take turns: none overlooks another', async () => {
    const conversationId = makeId()
    const created = await Promise.all(
      Array.from({ length: 5 }, () => server.client.conversation.create.mutate({ conversationId, title: 'One' })),
    )
    expect(new Set(created.map((conversation) => conversation.createdAt)).size).toBe(1)
    const begun = makeId()
    const send = (text: string) =>
      server.client.message.send.mutate({
        conversationId: begun,
        messageId: makeId(),
        replyId: makeId(),
        parentId: null,
        text,
      })
    await Promise.all([send('one'), send('two')])
    expect((await server.client.conversation.get.query({ conversationId: begun })).messages).toHaveLength(4)
  })

  it('refuses a reply’s id that is taken, or is the message’s own', async () => {
    const first = await ask(server.client, 'one')
    const messageId = makeId()
    for (const replyId of [first.replyId, messageId]) {
      await expect(
        server.client.message.send.mutate({ conversationId: makeId(), messageId, replyId, parentId: null, text: 'x' }),
      ).rejects.toMatchObject({ data: { failure: { code: 'id-conflict', isRetryable: false } } })
    }
  })

  it('refuses an id that another message has', async () => {
    const first = await ask(server.client, 'one')
    await expect(
      server.client.message.send.mutate({ ...first, parentId: null, text: 'another' }),
    ).rejects.toMatchObject({ data: { failure: { code: 'id-conflict' } } })
  })

  it.each(['', '  \n '])('refuses the text %j with a sentence', async (text) => {
    await expect(ask(server.client, text)).rejects.toMatchObject({
      data: { failure: { code: 'invalid-input', message: 'a message needs some text or an attachment' } },
    })
  })

  it.each(['👩‍👩‍👧‍👦 '.repeat(500), 'مرحبا بالعالم', '<script>alert(1)</script> **x** `y`', 'x'.repeat(200_000)])(
    'takes odd and large texts whole: %#',
    async (text) => {
      const { conversationId } = await ask(server.client, text)
      await readReply(server.client, conversationId)
      const { messages } = await server.client.conversation.get.query({ conversationId })
      expect(textOf(messages[0] ?? expect.fail())).toBe(text)
    },
  )

  it.each([
    ['conversation-not-found', () => server.client.conversation.get.query({ conversationId: makeId() })],
    [
      'conversation-not-found',
      () => server.client.conversation.rename.mutate({ conversationId: makeId(), title: 'x' }),
    ],
    ['conversation-not-found', () => server.client.conversation.delete.mutate({ conversationId: makeId() })],
    ['run-not-found', () => server.client.run.stop.mutate({ conversationId: makeId(), runId: makeId() })],
    ['model-not-found', () => ask(server.client, 'hi', { modelId: 'no-such-model' })],
    [
      'message-not-found',
      () => server.client.run.regenerate.mutate({ conversationId: makeId(), messageId: makeId(), replyId: makeId() }),
    ],
  ] as const)('[SUB5] answers unknown ids with %s and no stack', async (code, call) => {
    const error = await call().then(
      () => expect.fail('it is refused'),
      (thrown: unknown) => Object(thrown),
    )
    expect(error.data.failure).toMatchObject({ code, isRetryable: false })
    expect(JSON.stringify(error.data)).not.toContain('stack')
  })
})

describe('a model that fails', () => {
  it.each([
    ['mock-unauthorized', 'model-unauthorized'],
    ['mock-quota', 'model-quota-exceeded'],
    ['mock-html', 'model-bad-answer'],
    ['mock-no-finish', 'model-truncated'],
    ['mock-cut', 'model-truncated'],
  ])('[RUN3] %s ends the reply as failed with %s, keeping what was written', async (modelId, code) => {
    const { conversationId } = await ask(server.client, 'go', { modelId })
    const { text, end } = await readReply(server.client, conversationId)
    expect(end).toMatchObject({ status: 'failed', failure: { code } })
    expect(JSON.stringify(end)).not.toContain('test-key')
    const { messages } = await server.client.conversation.get.query({ conversationId })
    expect(textOf(messages[1] ?? expect.fail())).toBe(text)
    if (modelId === 'mock-no-finish' || modelId === 'mock-cut') expect(text).not.toBe('')
  })

  it('[RUN3] a server that is not there ends the reply as failed, and a retry makes another', async () => {
    await using lonely = await startTestServer({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', OPENAI_MODELS: 'gone' })
    const { conversationId, replyId } = await ask(lonely.client, 'go')
    expect((await readReply(lonely.client, conversationId)).end).toMatchObject({
      failure: { code: 'model-unreachable' },
    })
    const again = { conversationId, messageId: replyId, replyId: makeId(), modelId: 'demo' }
    const { reply } = await lonely.client.run.regenerate.mutate(again)
    await follow(
      lonely.client,
      { conversation: { id: conversationId } },
      (event) => event.type === 'run-ended' && event.runId === reply.runId && event.status === 'completed',
    )
    expect((await lonely.client.run.regenerate.mutate(again)).reply.runId).toBe(reply.runId)
  })
})

describe('stopping', () => {
  it('[RUN4] closes the upstream, keeps what was written, and twice is once', async () => {
    await model.clearRequests()
    const { conversationId, runId } = await ask(server.client, 'go', { modelId: 'mock-stall' })
    await follow(server.client, { conversation: { id: conversationId } }, (event) => event.type === 'text-delta')
    await Promise.all([
      server.client.run.stop.mutate({ conversationId, runId }),
      server.client.run.stop.mutate({ conversationId, runId }),
    ])
    await server.client.run.stop.mutate({ conversationId, runId })
    const { text, events } = await readReply(server.client, conversationId)
    expect(text).not.toBe('')
    expect(events.filter((event) => event.type === 'run-ended')).toMatchObject([{ status: 'stopped' }])
    await expect.poll(async () => (await model.requests()).at(-1)?.outcome, { timeout: 1_000 }).toBe('closed-by-peer')
  })

  it('deleting a conversation stops its reply; restoring brings it back with what was written', async () => {
    const { conversationId } = await ask(server.client, 'go', { modelId: 'mock-stall' })
    await follow(server.client, { conversation: { id: conversationId } }, (event) => event.type === 'text-delta')
    await server.client.conversation.delete.mutate({ conversationId })
    await expect(server.client.conversation.get.query({ conversationId })).rejects.toMatchObject({
      data: { failure: { code: 'conversation-not-found' } },
    })
    await server.client.conversation.restore.mutate({ conversationId })
    const { messages } = await server.client.conversation.get.query({ conversationId })
    expect(messages[1]).toMatchObject({ reply: { status: 'stopped' } })
  })
})

describe('the workspace', () => {
  it('[SUB4] tells of conversations that are begun, renamed, deleted and restored, on the same stream', async () => {
    const { cursor } = await server.client.conversation.list.query()
    const conversationId = makeId()
    await server.client.conversation.create.mutate({ conversationId, title: 'Empty' })
    await server.client.conversation.rename.mutate({ conversationId, title: 'Named' })
    await server.client.conversation.delete.mutate({ conversationId })
    await server.client.conversation.restore.mutate({ conversationId })
    const { events } = await follow(
      server.client,
      { workspaceCursor: cursor },
      (event) => event.type === 'conversation-restored',
    )
    const own = events.filter((event) => JSON.stringify(event).includes(conversationId)).map((event) => event.type)
    expect(own).toEqual([
      'conversation-created',
      'conversation-renamed',
      'conversation-deleted',
      'conversation-restored',
    ])
    const { conversations } = await server.client.conversation.list.query()
    expect(conversations[0]).toMatchObject({ id: conversationId, title: 'Named', titleOrigin: 'user' })
  })

  it('is left out for a follower that wants none of it, also where it resumes', async () => {
    const { conversationId } = await ask(server.client, 'go', { modelId: 'mock-words:40;delay=5' })
    const input = { withoutWorkspace: true, conversation: { id: conversationId } }
    const first = await follow(server.client, input, (event) => event.type === 'text-delta')
    const { lastEventId } = first
    const rest = await follow(server.client, { ...input, lastEventId }, (event) => event.type === 'run-ended')
    const types = new Set([...first.events, ...rest.events].map((event) => event.type))
    expect([...types]).toEqual(['message-added', 'run-started', 'text-delta', 'run-ended'])
  })
})

async function workspaceUntilIdle(conversationId: string): Promise<void> {
  await follow(
    server.client,
    {},
    (event) =>
      event.type === 'conversation-updated' && event.conversationId === conversationId && event.runningCount === 0,
  )
}
