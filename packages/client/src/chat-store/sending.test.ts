import { ChatError } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import { a, oneTurn, openedStore, refusal } from './test-support/one-turn.ts'
import { createTestStore, type TestStore } from './test-support/test-store.ts'

/** Sends a message that the server never hears of, until the store gives up. */
async function unanswered({ store, server, clock }: Pick<TestStore, 'store' | 'server' | 'clock'>, text: string) {
  server.fate('sendMessage', 'unheard', 'unheard', 'unheard', 'unheard')
  const sent = store.send({ conversationId: a, text })
  await clock.advance(20_000)
  return sent
}

/** What a message meets that the server never hears of: as often as a store tries it, and when it is connected again. */
const neverHeard = ['unheard', 'unheard', 'unheard', 'unheard', 'unheard', 'unheard', 'unheard', 'unheard'] as const

/** Ends each reply as it is being written, until nothing waits for one (QUEUE1). */
async function answerAll({ server, flow }: Pick<TestStore, 'server' | 'flow'>) {
  while (server.truth(a).running.size > 0) {
    for (const replyId of server.truth(a).running.keys()) server.end(a, replyId)
    await flow()
  }
}

describe('sending', () => {
  it('[STORE1] keeps the first message of a conversation in sight that the server has not heard of', async () => {
    const { store, server, clock, flow, ready, view } = createTestStore()
    await flow()
    server.fate('sendMessage', ...neverHeard)
    const { conversationId, messageId } = store.send({ text: 'question 1' })
    store.open(conversationId)
    await clock.advance(20_000)
    expect(view(conversationId, messageId).delivery).toBe('failed')
    server.addConversation('conversation-b')
    await flow()
    // A restart: the log that the stream was to begin with is reset, and there is no conversation to read.
    for (const stream of server.streams) stream.cut()
    server.logs.beginEpoch(0)
    await flow()
    await clock.advance(20_000)
    expect(ready(conversationId).messageIds).toEqual([messageId])
    store.retrySend(conversationId, messageId)
    await flow()
    await clock.advance(20_000)
    await flow()
    expect(ready(conversationId).messageIds).toHaveLength(2)
    expect(ready(conversationId).conversation).toMatchObject({ id: conversationId })
  })

  it('[STORE1] reads a conversation again that was not there before the server took a message in it', async () => {
    const { store, server, clock, flow, ready } = createTestStore()
    await flow()
    server.fate('sendMessage', ...neverHeard)
    const { conversationId, messageId } = store.send({ text: 'question 1' })
    store.open(conversationId)
    await clock.advance(20_000)
    server.addConversation('conversation-b')
    await flow()
    await clock.advance(20_000)
    for (const stream of server.streams) stream.cut()
    server.logs.beginEpoch(0)
    server.isHolding = true
    server.pump()
    await clock.advance(0)
    store.retrySend(conversationId, messageId)
    await clock.advance(0)
    const reading = server.held.find(({ name }) => name === 'getConversation')
    const sending = server.held.find(({ name }) => name === 'sendMessage')
    sending?.finish('answered')
    await clock.advance(0)
    // Its answer is from before.
    server.refuse('getConversation', new ChatError('conversation-not-found', 'No such conversation.'))
    reading?.finish('answered')
    server.isHolding = false
    for (const call of server.held.splice(0)) call.finish('answered')
    await flow()
    await clock.advance(20_000)
    await flow()
    expect([reading?.name, sending?.name]).toEqual(['getConversation', 'sendMessage'])
    expect(ready(conversationId).messageIds).toHaveLength(2)
    expect(ready(conversationId).conversation).toMatchObject({ id: conversationId })
  })

  it('[STORE1] shows a conversation again that was gone, once the server has taken a message in it', async () => {
    const { store, server, flow, ready } = await openedStore()
    server.isHolding = true
    const { messageId } = store.send({ conversationId: a, text: 'question 2' })
    await flow()
    server.logs.append('workspace', { type: 'conversation-deleted', conversationId: a })
    await flow()
    expect(store.conversation(a).get().status).toBe('not-found')
    server.isHolding = false
    for (const call of server.held.splice(0)) call.finish('answered')
    await flow()
    await flow()
    expect(ready(a).messageIds).toContain(messageId)
  })

  it('shows the message and the reply to come at once, and then as the server has them', async () => {
    const { store, server, flow, ready, view, texts } = await openedStore()
    const sent = store.send({ conversationId: a, text: 'question 2', modelId: 'fake' })
    expect(ready(a).messageIds).toEqual(['question-1', 'reply-of-1', sent.messageId, sent.replyId])
    expect(view(a, sent.messageId)).toMatchObject({ delivery: 'sending', message: { parentId: 'reply-of-1' } })
    expect(view(a, sent.replyId)).toMatchObject({
      delivery: 'sending',
      message: { role: 'assistant', parentId: sent.messageId, modelId: 'fake', reply: { status: 'running' } },
    })
    expect(ready(a).running.map(({ id }) => id)).toEqual([sent.replyId])
    await flow()
    server.write(a, sent.replyId, 'answer 2')
    await flow()
    expect(view(a, sent.messageId).delivery).toBe('sent')
    expect(texts(a)).toEqual(['question question-1', 'answer 1', 'question 2', 'answer 2'])
  })

  it.each(['answer', 'events'] as const)('is the same where the %s comes first', async (first) => {
    const { store, server, clock, frames, texts, view } = await openedStore()
    server.isHolding = true
    const { replyId } = store.send({ conversationId: a, text: 'question 2' })
    const [held] = server.held
    if (first === 'answer') {
      held?.finish('answered')
      await clock.advance(0)
      expect(view(a, replyId)).toMatchObject({ delivery: 'sent', message: { modelName: 'Fake' } })
      server.pump()
    } else {
      held?.finish('answered')
      server.pump()
      frames.run()
      expect(view(a, replyId)).toMatchObject({ delivery: 'sent', message: { modelName: 'Fake' } })
      await clock.advance(0)
    }
    server.write(a, replyId, 'answer 2')
    server.pump()
    frames.run()
    expect(texts(a)).toEqual(['question question-1', 'answer 1', 'question 2', 'answer 2'])
  })

  it('[RUN1] sends again with the same ids where the answer was lost, and makes one message', async () => {
    const { store, server, clock, flow, texts, view } = await openedStore()
    server.fate('sendMessage', 'unheard', 'answer-lost', 'answer-lost')
    server.streams[0]?.cut()
    const { messageId } = store.send({ conversationId: a, text: 'question 2' })
    await clock.advance(20_000)
    expect(server.calls.filter((name) => name === 'sendMessage')).toHaveLength(4)
    await flow()
    expect(view(a, messageId).delivery).toBe('sent')
    expect(texts(a)).toEqual(['question question-1', 'answer 1', 'question 2', ''])
    expect(server.truth(a).messageIds).toHaveLength(4)
  })

  it('takes a message as sent when the stream tells of it, though no answer ever came', async () => {
    const { store, server, clock, flow, view } = await openedStore()
    server.fate('sendMessage', 'answer-lost', 'unheard', 'unheard', 'unheard')
    const { messageId } = store.send({ conversationId: a, text: 'question 2' })
    await flow()
    await clock.advance(20_000)
    expect(view(a, messageId).delivery).toBe('sent')
    expect(server.calls.filter((name) => name === 'sendMessage')).toHaveLength(1)
  })

  it('[STORE4] sends what it had given up when the server can be reached again, and where it stood', async () => {
    const { store, server, clock, flow, texts, view } = await openedStore()
    server.fate('sendMessage', 'unheard', 'unheard', 'unheard', 'unheard')
    for (const stream of server.streams) stream.cut()
    const { messageId } = store.send({ conversationId: a, text: 'question 2' })
    await clock.advance(60_000)
    expect([view(a, messageId).delivery, store.connection.get()]).toEqual(['failed', 'reconnecting'])
    await flow()
    await flow()
    expect(view(a, messageId).delivery).toBe('sent')
    expect(texts(a)).toEqual(['question question-1', 'answer 1', 'question 2', ''])
  })

  it('[STORE4] leaves what it had given up to a person where the conversation went on meanwhile', async () => {
    const { store, server, clock, flow, ready, view } = await openedStore()
    server.fate('sendMessage', 'unheard', 'unheard', 'unheard', 'unheard')
    const { messageId } = store.send({ conversationId: a, text: 'question 2' })
    await clock.advance(5_000)
    server.addTurn(a, { messageId: 'from-elsewhere', replyId: 'reply-elsewhere', parentId: 'reply-of-1' })
    await flow()
    expect(ready(a).messageIds).toContain('from-elsewhere')
    for (const stream of server.streams) stream.cut()
    await clock.advance(60_000)
    await flow()
    expect([view(a, messageId).delivery, store.connection.get()]).toEqual(['failed', 'live'])
  })

  it('tries at once when the network returns', async () => {
    const { store, server, signals, flow, view } = await openedStore()
    server.fate('sendMessage', 'unheard')
    const { messageId } = store.send({ conversationId: a, text: 'question 2' })
    await flow()
    expect(view(a, messageId).delivery).toBe('sending')
    signals.give('online')
    await flow()
    expect(view(a, messageId).delivery).toBe('sent')
  })

  it('shows a failed message with its reason; trying again sends what was refused as a new message', async () => {
    const { store, server, flow, ready, view, texts } = await openedStore()
    server.refuse('sendMessage', refusal())
    const sent = store.send({ conversationId: a, text: 'question 2' })
    await flow()
    expect(view(a, sent.messageId)).toMatchObject({ delivery: 'failed', failure: { message: 'The disk is full.' } })
    expect(ready(a).messageIds).toEqual(['question-1', 'reply-of-1', sent.messageId])
    expect(ready(a).running).toEqual([])
    store.retrySend(a, sent.messageId)
    const [, , messageId = ''] = ready(a).messageIds
    expect(messageId).not.toBe(sent.messageId)
    expect(view(a, messageId).delivery).toBe('sending')
    await flow()
    expect(texts(a)).toEqual(['question question-1', 'answer 1', 'question 2', ''])
    expect(store.message(a, sent.messageId).get()).toBeUndefined()
  })

  it('[RUN1] tries again with the same ids where no answer came and the path ends where it did', async () => {
    const { store, server, clock, flow, ready, view } = await openedStore()
    const sent = await unanswered({ store, server, clock }, 'question 2')
    expect(view(a, sent.messageId).delivery).toBe('failed')
    store.retrySend(a, sent.messageId)
    await flow()
    expect(ready(a).messageIds).toEqual(['question-1', 'reply-of-1', sent.messageId, sent.replyId])
    expect(server.truth(a).messageIds).toHaveLength(4)
  })

  it.each(['refused', 'unanswered'] as const)(
    'puts a message that was %s at the end when it is tried again after another was answered',
    async (fate) => {
      const { store, server, clock, flow, texts } = await openedStore()
      if (fate === 'refused') server.refuse('sendMessage', refusal())
      const { messageId } =
        fate === 'refused'
          ? store.send({ conversationId: a, text: 'A' })
          : await unanswered({ store, server, clock }, 'A')
      await flow()
      const next = store.send({ conversationId: a, text: 'B' })
      await flow()
      server.write(a, next.replyId, 'answer B')
      server.end(a, next.replyId)
      await flow()
      store.retrySend(a, messageId)
      expect(texts(a)).toEqual(['question question-1', 'answer 1', 'B', 'answer B', 'A', ''])
      await flow()
      expect(texts(a)).toEqual(['question question-1', 'answer 1', 'B', 'answer B', 'A', ''])
    },
  )

  it('sends what is tried again after what is still under way', async () => {
    const { store, server, flow, texts } = await openedStore()
    server.refuse('sendMessage', refusal())
    const { messageId } = store.send({ conversationId: a, text: 'A' })
    await flow()
    server.isHolding = true
    store.send({ conversationId: a, text: 'B' })
    store.send({ conversationId: a, text: 'C' })
    store.retrySend(a, messageId)
    server.isHolding = false
    server.held.shift()?.finish('answered')
    await flow()
    await answerAll({ server, flow })
    expect(texts(a)).toEqual(['question question-1', 'answer 1', 'B', '', 'C', '', 'A', ''])
  })

  it('keeps what follows a message behind it when that is tried again', async () => {
    const { store, server, flow, texts } = await openedStore()
    server.refuse('sendMessage', refusal())
    const first = store.send({ conversationId: a, text: 'first' })
    const second = store.send({ conversationId: a, text: 'second' })
    await flow()
    store.retrySend(a, first.messageId)
    await flow()
    expect(texts(a)).toEqual(['question question-1', 'answer 1', 'first', '', 'second'])
    store.retrySend(a, second.messageId)
    await flow()
    await answerAll({ server, flow })
    expect(texts(a)).toEqual(['question question-1', 'answer 1', 'first', '', 'second', ''])
  })

  it('gives the text back when a failed message is discarded', async () => {
    const { store, server, flow, ready } = await openedStore()
    server.refuse('sendMessage', refusal())
    const { messageId } = store.send({ conversationId: a, text: 'question 2' })
    expect(() => store.discard(a, messageId)).toThrow(ChatError)
    await flow()
    expect(store.discard(a, messageId)).toEqual({ text: 'question 2', attachments: [] })
    expect(ready(a).messageIds).toEqual(['question-1', 'reply-of-1'])
    expect(store.message(a, messageId).get()).toBeUndefined()
  })

  it('keeps a failed message in sight when the conversation goes on after it', async () => {
    const { store, server, flow, texts, view } = await openedStore()
    server.refuse('sendMessage', refusal())
    store.send({ conversationId: a, text: 'failed' })
    await flow()
    const next = store.send({ conversationId: a, text: 'next' })
    expect(view(a, next.messageId).message.parentId).toBe('reply-of-1')
    await flow()
    expect(texts(a)).toEqual(['question question-1', 'answer 1', 'failed', 'next', ''])
  })

  it('sends one after the other, each following the reply before it', async () => {
    const { store, server, flow, view, texts } = await openedStore()
    server.isHolding = true
    const first = store.send({ conversationId: a, text: 'first' })
    const second = store.send({ conversationId: a, text: 'second' })
    expect(view(a, second.messageId).message.parentId).toBe(first.replyId)
    expect(server.held.map(({ name }) => name)).toEqual(['sendMessage'])
    server.isHolding = false
    server.held.shift()?.finish('answered')
    await flow()
    await answerAll({ server, flow })
    expect(texts(a)).toEqual(['question question-1', 'answer 1', 'first', '', 'second', ''])
  })

  it('fails what waits behind a failure; trying the last again sends all of them in order', async () => {
    const { store, server, flow, view, texts } = await openedStore()
    server.refuse('sendMessage', refusal())
    store.send({ conversationId: a, text: 'first' })
    const second = store.send({ conversationId: a, text: 'second' })
    await flow()
    expect(view(a, second.messageId).delivery).toBe('failed')
    expect(texts(a)).toEqual(['question question-1', 'answer 1', 'first', 'second'])
    store.retrySend(a, second.messageId)
    await flow()
    await answerAll({ server, flow })
    expect(texts(a)).toEqual(['question question-1', 'answer 1', 'first', '', 'second', ''])
  })

  it('lets what waited follow the path when the message before it is discarded', async () => {
    const { store, server, flow, texts } = await openedStore()
    server.refuse('sendMessage', refusal())
    const first = store.send({ conversationId: a, text: 'first' })
    const second = store.send({ conversationId: a, text: 'second' })
    await flow()
    store.discard(a, first.messageId)
    store.retrySend(a, second.messageId)
    await flow()
    expect(texts(a)).toEqual(['question question-1', 'answer 1', 'second', ''])
  })

  it('begins a conversation that is shown at once and followed from its first event', async () => {
    const { store, server, flow, ready, texts } = createTestStore()
    await flow()
    server.isHolding = true
    const { conversationId, messageId, replyId } = store.send({ text: 'hello' })
    store.open(conversationId)
    expect(ready(conversationId)).toMatchObject({ conversation: null, messageIds: [messageId, replyId] })
    await flow()
    const streams = server.calls.filter((name) => name === 'stream').length
    server.held.shift()?.finish('answered')
    await flow()
    server.write(conversationId, replyId, 'hi')
    await flow()
    expect(texts(conversationId)).toEqual(['hello', 'hi'])
    expect(ready(conversationId).conversation?.title).toBe('hello')
    const list = store.list.get()
    expect(list.status === 'ready' && list.conversations.map(({ id }) => id)).toEqual([conversationId])
    expect(server.calls.filter((name) => name === 'stream')).toHaveLength(streams)
    expect(server.calls).not.toContain('getConversation')
  })

  it('waits for a conversation that is still being loaded', async () => {
    const { store, server, flow, texts } = createTestStore(oneTurn)
    store.send({ conversationId: a, text: 'early' })
    store.open(a)
    expect(server.calls).not.toContain('sendMessage')
    await flow()
    expect(texts(a)).toEqual(['question question-1', 'answer 1', 'early', ''])
  })

  it('sends what waits for a conversation even when another is opened before it could be read', async () => {
    const { store, server, clock, flow, texts } = createTestStore((fake) => {
      oneTurn(fake)
      fake.addConversation('conversation-b')
    })
    server.fate('getConversation', 'unheard')
    store.open(a)
    store.send({ conversationId: a, text: 'early' })
    await flow()
    store.open('conversation-b')
    await clock.advance(20_000)
    expect(server.truth(a).messageIds).toHaveLength(4)
    store.open(a)
    await flow()
    expect(texts(a)).toEqual(['question question-1', 'answer 1', 'early', ''])
  })

  it('shows what waits for a conversation that can’t be reached, and sends it once it can', async () => {
    const { store, server, clock, flow, texts, view } = createTestStore(oneTurn)
    server.fate('getConversation', 'unheard', 'unheard')
    store.open(a)
    const { messageId } = store.send({ conversationId: a, text: 'early' })
    await flow()
    expect(texts(a)).toEqual(['early'])
    expect(view(a, messageId).delivery).toBe('sending')
    await clock.advance(20_000)
    await flow()
    expect(texts(a)).toEqual(['question question-1', 'answer 1', 'early', ''])
  })

  it('shows what failed with its conversation; trying again reads that and sends it', async () => {
    const { store, server, flow, texts, view } = createTestStore(oneTurn)
    server.refuse('getConversation', refusal())
    store.open(a)
    const first = store.send({ conversationId: a, text: 'first' })
    const second = store.send({ conversationId: a, text: 'second' })
    await flow()
    expect(texts(a)).toEqual(['first', 'second'])
    expect(view(a, first.messageId)).toMatchObject({ delivery: 'failed', failure: { message: 'The disk is full.' } })
    store.retrySend(a, first.messageId)
    await flow()
    store.retrySend(a, second.messageId)
    await flow()
    await answerAll({ server, flow })
    expect(texts(a)).toEqual(['question question-1', 'answer 1', 'first', '', 'second', ''])
  })

  it('forgets what the server took and then lost with its disk', async () => {
    const { store, server, flow, texts } = await openedStore()
    server.isHolding = true
    server.streams[0]?.cut()
    store.send({ conversationId: a, text: 'lost' })
    server.held.shift()?.finish('answered')
    server.isHolding = false
    await Promise.resolve()
    server.logs.beginEpoch(2)
    await flow()
    await flow()
    expect(texts(a)).toEqual(['question question-1', 'answer 1'])
  })
})
