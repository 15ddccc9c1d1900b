import { ChatError, type Feedback } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import { createTestStore } from './test-support/test-store.ts'

const a = 'conversation-a'
const up: Feedback = { rating: 'up' }
const down: Feedback = { rating: 'down', comment: 'too long' }

async function openedStore() {
  const test = createTestStore((server) => {
    server.addConversation(a)
    server.addTurn(a, { messageId: 'question-one', replyId: 'answer-one', parentId: null })
    server.end(a, 'answer-one')
  })
  test.store.open(a)
  await test.flow()
  const shown = () => {
    const { message } = test.view(a, 'answer-one')
    return message.role === 'assistant' ? message.feedback : undefined
  }
  return { ...test, shown }
}

describe('rating an answer', () => {
  it('[FEED1] is shown at once and stays when the log has told of it; again it is taken back', async () => {
    const { store, server, flow, shown } = await openedStore()
    const rated = store.rate(a, 'answer-one', up)
    expect(shown()).toEqual(up)
    await flow()
    await rated
    expect(shown()).toEqual(up)
    const taken = store.rate(a, 'answer-one', null)
    expect(shown()).toBeUndefined()
    await flow()
    await taken
    expect(shown()).toBeUndefined()
    expect(server.calls.filter((name) => name === 'giveFeedback')).toHaveLength(2)
  })

  it('[FEED1] the last of several counts, from the first moment on', async () => {
    const { store, server, flow, shown } = await openedStore()
    const seen = new Set<string | undefined>()
    const stop = store.message(a, 'answer-one').subscribe(() => seen.add(shown()?.rating))
    const given = [store.rate(a, 'answer-one', up), store.rate(a, 'answer-one', down)]
    seen.clear()
    await flow()
    await Promise.all(given)
    expect([...seen].filter((rating) => rating !== 'down')).toEqual([])
    expect(shown()).toEqual(down)
    expect(server.truth(a)).toMatchObject({ messageIds: ['question-one', 'answer-one'] })
    stop()
  })

  it('[FEED1] is taken back where the server refuses it', async () => {
    const { store, server, flow, shown } = await openedStore()
    await Promise.all([store.rate(a, 'answer-one', up), flow()])
    server.refuse('giveFeedback', new ChatError('storage-failed', 'The disk is full.'))
    const rated = store.rate(a, 'answer-one', down)
    expect(shown()).toEqual(down)
    await Promise.all([expect(rated).rejects.toThrow('The disk is full.'), flow()])
    expect(shown()).toEqual(up)
  })

  it('[FEED1] shows what another tab says of it', async () => {
    const { store, server, flow, shown } = await openedStore()
    await Promise.all([store.rate(a, 'answer-one', up), flow()])
    server.logs.append(a, { type: 'feedback-given', messageId: 'answer-one', feedback: down })
    await flow()
    expect(shown()).toEqual(down)
  })

  it('keeps the message as it is while nothing of it changes', async () => {
    const { store, server, flow, view } = await openedStore()
    server.isHolding = true
    const rated = store.rate(a, 'answer-one', up)
    const { message } = view(a, 'answer-one')
    expect(view(a, 'answer-one').message).toBe(message)
    server.isHolding = false
    await flow()
    for (let call = server.held.shift(); call; call = server.held.shift()) call.finish('answered')
    await flow()
    await rated
  })
})
