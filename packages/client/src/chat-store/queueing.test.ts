import { ChatError, textOf } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import { a, openedStore, refusal } from './test-support/one-turn.ts'
import { createTestStore } from './test-support/test-store.ts'
import type { UnsentText, UnsentTexts } from './unsent-keeper.ts'

/** A store in whose conversation a reply is being written. */
async function streaming(unsent?: UnsentTexts) {
  const test = createTestStore(
    (server) => {
      server.addConversation(a)
      server.addTurn(a, { messageId: 'question-1', replyId: 'reply-of-1', parentId: null })
    },
    { ...(unsent && { unsent }) },
  )
  test.store.open(a)
  await test.flow()
  const queued = () =>
    test
      .ready(a)
      .queued.map(({ message, delivery }) => `${textOf(message)}${delivery === 'sent' ? '' : ` (${delivery})`}`)
  return { ...test, queued }
}

describe('[QUEUE1] a message that is sent while a reply is being written', () => {
  it('waits visibly from the first moment, and goes out in its order', async () => {
    const { store, server, flow, queued, texts } = await streaming()
    const first = store.send({ conversationId: a, text: 'one', modelId: 'fake' })
    store.send({ conversationId: a, text: 'two' })
    expect(queued()).toEqual(['one (sending)', 'two (sending)'])
    await flow()
    expect(queued()).toEqual(['one', 'two'])
    expect(server.calls).not.toContain('sendMessage')
    server.end(a, 'reply-of-1')
    await flow()
    expect(queued()).toEqual(['two'])
    expect(texts(a)).toEqual(['question question-1', '', 'one', ''])
    server.end(a, first.replyId)
    await flow()
    expect(queued()).toEqual([])
    expect(texts(a)).toEqual(['question question-1', '', 'one', '', 'two', ''])
  })

  it('is sent where the reply has ended, also when it waited behind another on its way', async () => {
    const { store, server, flow, ready, texts } = await openedStore()
    server.isHolding = true
    store.send({ conversationId: a, text: 'first' })
    store.send({ conversationId: a, text: 'second' })
    server.isHolding = false
    for (const call of server.held.splice(0)) call.finish('answered')
    await flow()
    expect(texts(a)).toEqual(['question question-1', 'answer 1', 'first', ''])
    expect(ready(a).queued.map(({ message }) => textOf(message))).toEqual(['second'])
    const [, , , replyId = ''] = ready(a).messageIds
    server.end(a, replyId)
    await flow()
    expect(texts(a)).toEqual(['question question-1', 'answer 1', 'first', '', 'second', ''])
  })

  it('[STORE4] is queued by itself when the server can be reached again, though its tries had been given up', async () => {
    const { store, server, clock, flow, queued } = await streaming()
    server.fate('queueMessage', 'unheard', 'unheard', 'unheard', 'unheard')
    for (const stream of server.streams) stream.cut()
    store.send({ conversationId: a, text: 'one' })
    await clock.advance(60_000)
    expect(queued()).toEqual(['one (failed)'])
    await flow()
    await flow()
    expect(queued()).toEqual(['one'])
  })

  it.each(['answer-lost', 'unheard'] as const)('[RUN1] is one message where its answer was %s', async (fate) => {
    const { store, server, clock, flow, queued } = await streaming()
    server.fate('queueMessage', fate, fate)
    store.send({ conversationId: a, text: 'one' })
    await clock.advance(20_000)
    await flow()
    expect(queued()).toEqual(['one'])
    expect(server.truth(a).queue.messages).toHaveLength(1)
  })

  it('stays with the person where it was refused, to be tried again or taken back', async () => {
    const { store, server, flow, queued, ready } = await streaming()
    server.refuse('queueMessage', new ChatError('queue-full', 'Too many wait.'), refusal())
    const first = store.send({ conversationId: a, text: 'one' })
    const second = store.send({ conversationId: a, text: 'two' })
    await flow()
    expect(queued()).toEqual(['one (failed)', 'two (failed)'])
    expect(ready(a).queued[0]).toMatchObject({ failure: { message: 'Too many wait.' } })
    expect(store.discard(a, first.messageId)).toEqual({ text: 'one', attachments: [] })
    await store.editQueued(a, second.messageId, { text: 'two, better', attachments: [] })
    store.retrySend(a, second.messageId)
    await flow()
    expect(queued()).toEqual(['two, better'])
  })

  it('outlives a reload until the server has it', async () => {
    const kept = new Map<string, UnsentText>()
    const unsent: UnsentTexts = {
      put: (_, text) => void kept.set(text.messageId, text),
      drop: (_, messageId) => void kept.delete(messageId),
      all: () => [...kept.values()],
      giveBack: () => undefined,
    }
    const { store, server, flow } = await streaming(unsent)
    server.isHolding = true
    store.send({ conversationId: a, text: 'one' })
    expect([...kept.values()].map(({ text }) => text)).toEqual(['one'])
    server.isHolding = false
    for (const call of server.held.splice(0)) call.finish('answered')
    await flow()
    expect(kept.size).toBe(0)
  })
})

describe('[QUEUE2] a queued message', () => {
  it('is edited and removed at once, and stays so', async () => {
    const { store, server, flow, queued } = await streaming()
    const first = store.send({ conversationId: a, text: 'one' })
    const second = store.send({ conversationId: a, text: 'two' })
    await flow()
    const edited = store.editQueued(a, first.messageId, { text: 'one, better', attachments: [] })
    const removed = store.removeQueued(a, second.messageId)
    expect(queued()).toEqual(['one, better'])
    await flow()
    await Promise.all([edited, removed])
    expect(queued()).toEqual(['one, better'])
    expect(server.truth(a).queue.messages).toMatchObject([{ parts: [{ text: 'one, better' }] }])
  })

  it('is as it was where the server refuses a change', async () => {
    const { store, server, flow, queued } = await streaming()
    const { messageId } = store.send({ conversationId: a, text: 'one' })
    await flow()
    server.refuse('editQueued', refusal())
    const edited = store.editQueued(a, messageId, { text: 'one, better', attachments: [] })
    edited.catch(() => undefined)
    expect(queued()).toEqual(['one, better'])
    await flow()
    await expect(edited).rejects.toMatchObject({ code: 'storage-failed' })
    expect(queued()).toEqual(['one'])
  })

  it('can’t be changed any more once it has gone out', async () => {
    const { store, server, flow } = await streaming()
    const { messageId } = store.send({ conversationId: a, text: 'one' })
    await flow()
    server.end(a, 'reply-of-1')
    // This tab has not heard of it.
    const edited = store.editQueued(a, messageId, { text: 'late', attachments: [] })
    edited.catch(() => undefined)
    await flow()
    await expect(edited).rejects.toMatchObject({ code: 'queue-conflict' })
    await expect(store.removeQueued(a, messageId)).rejects.toMatchObject({ code: 'queue-conflict' })
  })

  it('is shown as a snapshot has it', async () => {
    const { store, server, flow, queued } = await streaming()
    store.send({ conversationId: a, text: 'one' })
    await flow()
    for (const stream of server.streams) stream.cut()
    server.logs.beginEpoch(0)
    await flow()
    await flow()
    expect(queued()).toEqual(server.truth(a).queue.messages.map((message) => textOf(message)))
  })
})

it('[QUEUE3] what is held says why; what the person sends then goes out at once', async () => {
  const { store, server, flow, ready, texts, queued } = await streaming()
  store.send({ conversationId: a, text: 'one' })
  await flow()
  server.end(a, 'reply-of-1', 'failed')
  await flow()
  expect(ready(a).queueHold).toEqual({ reason: 'failed' })
  const { replyId } = store.send({ conversationId: a, text: 'sooner' })
  await flow()
  expect(texts(a).slice(2)).toEqual(['sooner', ''])
  expect(ready(a).queueHold).toBeNull()
  server.end(a, replyId)
  await flow()
  expect(texts(a).slice(4)).toEqual(['one', ''])
  expect(queued()).toEqual([])
})

it('[QUEUE4] one is sent at once, and the others wait for its reply', async () => {
  const { store, flow, texts, queued, view } = await streaming()
  store.send({ conversationId: a, text: 'one' })
  const second = store.send({ conversationId: a, text: 'two' })
  await flow()
  await store.sendQueuedNow(a, second.messageId)
  await flow()
  expect(texts(a)).toEqual(['question question-1', '', 'two', ''])
  expect(view(a, 'reply-of-1').message).toMatchObject({ reply: { status: 'stopped' } })
  expect(queued()).toEqual(['one'])
})
