import { describe, expect, it } from 'vitest'
import { a, openedStore, refusal } from './test-support/one-turn.ts'

const modelIds = ['fast', 'slow', 'fast']

describe('asking several models', () => {
  it('[RUN11] shows all replies to come side by side at once, and then as the server has them', async () => {
    const { store, flow, ready, view, server } = await openedStore()
    const { messageId, replyId } = store.send({ conversationId: a, text: 'Which?', modelIds })
    const { compared, messageIds, running } = ready(a)
    expect(messageIds.slice(-2)).toEqual([messageId, replyId])
    expect(compared).toHaveLength(3)
    expect(compared[0]).toBe(replyId)
    expect(running.map(({ id }) => id)).toEqual(compared)
    expect(compared.map((id) => view(a, id))).toMatchObject(
      modelIds.map((modelId) => ({ delivery: 'sending', message: { modelId, parentId: messageId } })),
    )
    await flow()
    expect(ready(a).compared).toBe(compared)
    expect(server.truth(a).running.size).toBe(3)
    expect(server.calls.filter((name) => name === 'sendMessage')).toHaveLength(1)
  })

  it('[STORE2] tells only the message of a token', async () => {
    const { store, flow, ready, server } = await openedStore()
    store.send({ conversationId: a, text: 'Which?', modelIds })
    await flow()
    const heard: string[] = []
    store.conversation(a).subscribe(() => heard.push('conversation'))
    for (const id of ready(a).compared) store.message(a, id).subscribe(() => heard.push(id))
    const [, second = ''] = ready(a).compared
    server.write(a, second, 'one ')
    await flow()
    expect(heard).toEqual([second])
  })

  it('[RUN11] goes on from the one that is chosen; without a choice from the first', async () => {
    const { store, flow, ready, server } = await openedStore()
    store.send({ conversationId: a, text: 'Which?', modelIds })
    await flow()
    const { compared } = ready(a)
    for (const id of compared) server.end(a, id)
    await flow()
    const [first = '', second = ''] = compared
    void store.chooseBranch(a, second)
    expect(ready(a)).toMatchObject({ compared: [] })
    expect(ready(a).messageIds.at(-1)).toBe(second)
    await flow()
    expect(ready(a).branches.get(second)).toEqual(compared)
    await store.regenerate(a, second, ['fast', 'slow'])
    await flow()
    const again = ready(a).compared
    expect(again).toHaveLength(2)
    for (const id of again) server.end(a, id)
    await flow()
    const next = store.send({ conversationId: a, text: 'And?' })
    expect(ready(a)).toMatchObject({ compared: [] })
    expect(ready(a).messageIds.slice(-3)).toEqual([again[0], next.messageId, next.replyId])
    expect(compared).toContain(first)
  })

  it('[RUN4] stops one of them, or all', async () => {
    const { store, flow, ready, server } = await openedStore()
    store.send({ conversationId: a, text: 'Which?', modelIds })
    await flow()
    const [, second = ''] = ready(a).compared
    await store.stopReply(a, second)
    await flow()
    expect([...server.truth(a).running.keys()]).toEqual(ready(a).compared.filter((id) => id !== second))
    await store.stop(a)
    await flow()
    expect(ready(a).running).toEqual([])
  })

  it('[RUN4] stops one that is still to come', async () => {
    const { store, flow, ready, server } = await openedStore()
    store.send({ conversationId: a, text: 'Which?', modelIds })
    const [, , third = ''] = ready(a).compared
    const stopped = store.stopReply(a, third)
    await flow()
    await stopped
    expect([...server.truth(a).running.keys()]).not.toContain(third)
    expect(server.truth(a).running.size).toBe(2)
  })

  it('shows the message as failed where the server refuses; trying again asks all of them', async () => {
    const { store, flow, ready, server, view } = await openedStore()
    server.refuse('sendMessage', refusal())
    const { messageId } = store.send({ conversationId: a, text: 'Which?', modelIds })
    await flow()
    expect(view(a, messageId).delivery).toBe('failed')
    expect(ready(a).compared).toEqual([])
    store.retrySend(a, messageId)
    await flow()
    expect(ready(a).compared).toHaveLength(3)
    expect(server.truth(a).running.size).toBe(3)
  })

  it('[RUN9] a reply that failed before its first word begins anew in its place', async () => {
    const { store, flow, ready, server } = await openedStore()
    store.send({ conversationId: a, text: 'Which?', modelIds })
    await flow()
    const { compared } = ready(a)
    const [, second = ''] = compared
    server.end(a, second, 'failed')
    await flow()
    await store.continueReply(a, second)
    await flow()
    expect(ready(a).compared).toEqual(compared)
    expect(server.truth(a).running.has(second)).toBe(true)
  })
})
