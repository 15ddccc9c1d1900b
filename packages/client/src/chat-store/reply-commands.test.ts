import { ChatError } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import { networkFailure } from './test-support/fake-server.ts'
import { a, openedStore, refusal } from './test-support/one-turn.ts'

describe('regenerating', () => {
  it('shows the reply to come in the old one’s place', async () => {
    const { store, server, flow, ready, view, texts } = await openedStore()
    const done = store.regenerate(a, 'reply-of-1', 'fake')
    const [, replyId = ''] = ready(a).messageIds
    expect(ready(a).messageIds).toEqual(['question-1', replyId])
    expect(view(a, replyId)).toMatchObject({ delivery: 'sending', message: { reply: { status: 'running' } } })
    await flow()
    await done
    server.write(a, replyId, 'better')
    await flow()
    expect(texts(a)).toEqual(['question question-1', 'better'])
  })

  it('brings the old reply back and rejects where the server refuses', async () => {
    const { store, server, flow, ready } = await openedStore()
    server.refuse('regenerate', new ChatError('model-not-found', 'No such model.'))
    const outcome = store.regenerate(a, 'reply-of-1').catch((error: unknown) => error)
    const next = store.send({ conversationId: a, text: 'meanwhile' })
    await flow()
    expect(await outcome).toMatchObject({ code: 'model-not-found' })
    expect(ready(a).messageIds).toEqual(['question-1', 'reply-of-1', next.messageId, next.replyId])
    await expect(store.regenerate(a, 'nobody')).rejects.toMatchObject({ code: 'message-not-found' })
  })
})

describe('stopping', () => {
  it('stops what is being written', async () => {
    const { store, server, flow, ready, view } = await openedStore()
    const { replyId } = store.send({ conversationId: a, text: 'question 2' })
    await flow()
    await store.stop(a)
    await flow()
    expect(view(a, replyId)).toMatchObject({ message: { reply: { status: 'stopped' } } })
    expect(ready(a).running).toEqual([])
    expect(server.calls.filter((name) => name === 'stopRun')).toHaveLength(1)
  })

  it('stops a reply that was still to come, as soon as there is one', async () => {
    const { store, server, flow, view } = await openedStore()
    server.isHolding = true
    const { replyId } = store.send({ conversationId: a, text: 'question 2' })
    const stopped = store.stop(a)
    server.isHolding = false
    server.held.shift()?.finish('answered')
    await flow()
    await stopped
    await flow()
    expect(view(a, replyId)).toMatchObject({ message: { reply: { status: 'stopped' } } })
  })

  it('ends where what waits behind a failure was to be stopped too', async () => {
    const { store, server, flow } = await openedStore()
    server.refuse('sendMessage', refusal())
    store.send({ conversationId: a, text: 'first' })
    store.send({ conversationId: a, text: 'second' })
    const stopped = store.stop(a).then(() => 'ended')
    await flow()
    expect(await Promise.race([stopped, Promise.resolve().then(() => 'waits')])).toBe('ended')
  })

  it('rejects with what went wrong', async () => {
    const { store, server, flow, clock } = await openedStore()
    store.send({ conversationId: a, text: 'question 2' })
    await flow()
    server.fate('stopRun', 'unheard', 'unheard', 'unheard', 'unheard')
    const outcome = store.stop(a).catch((error: unknown) => error)
    await clock.advance(20_000)
    expect(await outcome).toMatchObject(networkFailure().toFailure())
  })
})
