import { ChatError } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import type { FakeServer } from './test-support/fake-server.ts'
import { networkFailure } from './test-support/fake-server.ts'
import { createTestStore } from './test-support/test-store.ts'

const a = 'conversation-a'
const b = 'conversation-b'

function twoConversations(server: FakeServer): void {
  server.addConversation(a)
  server.addTurn(a, { messageId: 'question-a', replyId: 'reply-of-a', parentId: null })
  server.write(a, 'reply-of-a', 'one ')
  server.addConversation(b)
  server.addTurn(b, { messageId: 'question-b', replyId: 'reply-of-b', parentId: null })
}

describe('what a store shows', () => {
  it('loads the list by itself and follows it over one stream', async () => {
    const { store, server, flow } = createTestStore(twoConversations)
    expect(store.list.get().status).toBe('loading')
    await flow()
    expect(store.connection.get()).toBe('live')
    server.addConversation('conversation-c', 'a third')
    await flow()
    const list = store.list.get()
    expect(list.status === 'ready' && list.conversations.map(({ id }) => id)).toEqual(['conversation-c', b, a])
    expect(server.calls).toEqual(['listConversations', 'stream'])
  })

  it('opens a conversation with a snapshot and types its reply on', async () => {
    const { store, server, flow, texts, ready } = createTestStore(twoConversations)
    store.open(a)
    expect(store.conversation(a).get().status).toBe('loading')
    await flow()
    expect(texts(a)).toEqual(['question question-a', 'one '])
    expect(ready(a).running).toEqual([{ id: 'reply-of-a', runId: 'run-of-reply-of-a' }])
    server.write(a, 'reply-of-a', 'two')
    server.end(a, 'reply-of-a')
    await flow()
    expect(texts(a)).toEqual(['question question-a', 'one two'])
    expect(ready(a).running).toEqual([])
    expect(server.calls.filter((name) => name === 'stream')).toHaveLength(1)
  })

  it('says "not found" for an id nobody has', async () => {
    const { store, flow } = createTestStore()
    store.open('conversation-x')
    await flow()
    expect(store.conversation('conversation-x').get().status).toBe('not-found')
    expect(store.connection.get()).toBe('live')
  })

  it('says "not found" for an id that can be none, as in an address that was mistyped', async () => {
    const { store, server, flow } = createTestStore()
    server.refuse('getConversation', new ChatError('invalid-input', 'conversationId: an id is longer'))
    store.open('x')
    await flow()
    expect(store.conversation('x').get().status).toBe('not-found')
  })

  it('shows a failed loading, and loads again when opened again', async () => {
    const { store, server, flow } = createTestStore(twoConversations)
    server.refuse('getConversation', new ChatError('storage-failed', 'The disk is gone.'))
    store.open(a)
    await flow()
    expect(store.conversation(a).get()).toMatchObject({ status: 'failed', failure: { message: 'The disk is gone.' } })
    store.open(a)
    await flow()
    expect(store.conversation(a).get().status).toBe('ready')
  })

  it('heals a list that could not be read, by itself', async () => {
    const { store, server, flow, clock } = createTestStore(twoConversations)
    server.refuse('listConversations', networkFailure(), networkFailure())
    await flow()
    expect(store.list.get().status).toBe('failed')
    await clock.advance(5_000)
    await flow()
    expect(store.list.get().status).toBe('ready')
  })

  it('reads a list that could not be read at once when asked to', async () => {
    const { store, server, flow } = createTestStore(twoConversations)
    server.refuse('listConversations', networkFailure())
    await flow()
    expect(store.list.get().status).toBe('failed')
    store.retryList()
    expect(store.list.get().status).toBe('loading')
    await flow()
    expect(store.list.get().status).toBe('ready')
    store.retryList()
    expect(server.calls.filter((name) => name === 'listConversations')).toHaveLength(2)
  })

  it('returns the same observable for the same thing and the same value until it changes', async () => {
    const { store, server, flow } = createTestStore(twoConversations)
    store.open(a)
    await flow()
    expect(store.message(a, 'reply-of-a')).toBe(store.message(a, 'reply-of-a'))
    expect(store.conversation(a)).toBe(store.conversation(a))
    const before = [store.list.get(), store.conversation(a).get(), store.message(a, 'question-a').get()]
    server.write(a, 'reply-of-a', 'two')
    await flow()
    const after = [store.list.get(), store.conversation(a).get(), store.message(a, 'question-a').get()]
    for (const [index, value] of after.entries()) expect(value).toBe(before[index])
  })

  it('[STORE2] tells the one message a token belongs to, at most once per frame', async () => {
    const { store, server, flow, frames } = createTestStore(twoConversations)
    store.open(a)
    await flow()
    const told: string[] = []
    store.list.subscribe(() => told.push('list'))
    store.conversation(a).subscribe(() => told.push('conversation'))
    store.message(a, 'question-a').subscribe(() => told.push('question'))
    const reply = store.message(a, 'reply-of-a')
    const end = reply.subscribe(() => told.push('reply'))
    for (let token = 0; token < 100; token += 1) {
      server.write(a, 'reply-of-a', `${token} `)
      server.pump()
    }
    const published = reply.get()
    expect(told).toEqual([])
    frames.run()
    expect(told).toEqual(['reply'])
    expect(reply.get()).not.toBe(published)
    expect(frames.run()).toBe(0)
    end()
    server.write(a, 'reply-of-a', 'unheard')
    server.pump()
    expect(frames.run()).toBe(0)
  })

  it('keeps the other listeners where one throws', async () => {
    const { store, server, flow } = createTestStore(twoConversations)
    await flow()
    const errors: unknown[] = []
    const caught = (error: unknown) => void errors.push(error)
    process.prependOnceListener('uncaughtException', caught)
    let isTold = false
    store.list.subscribe(() => {
      throw new Error('a view broke')
    })
    store.list.subscribe(() => {
      isTold = true
    })
    const others = process.listeners('uncaughtException').filter((listener) => listener !== caught)
    for (const other of others) process.off('uncaughtException', other)
    server.addConversation('conversation-c')
    await flow()
    await new Promise(setImmediate)
    for (const other of others) process.on('uncaughtException', other)
    expect(isTold).toBe(true)
    expect(errors).toHaveLength(1)
  })
})

describe('what a store does with commands on the list', () => {
  it('shows a new title at once, and the old one again where the server refuses', async () => {
    const { store, server, flow } = createTestStore(twoConversations)
    await flow()
    const titles = () => {
      const list = store.list.get()
      return list.status === 'ready' ? list.conversations.map(({ title }) => title) : []
    }
    const renamed = store.rename(a, 'better')
    expect(titles()).toEqual([b, 'better'])
    await flow()
    await renamed
    expect(titles()).toEqual([b, 'better'])
    server.refuse('renameConversation', new ChatError('storage-failed', 'No.'))
    const refused = store.rename(a, 'worse')
    const outcome = refused.catch((error: unknown) => error)
    expect(titles()).toEqual([b, 'worse'])
    await flow()
    expect(await outcome).toMatchObject({ name: 'ChatError', code: 'storage-failed' })
    expect(titles()).toEqual([b, 'better'])
  })

  it('ends a title shown ahead where the log tells, before the answer, what the server made of it', async () => {
    const { store, server, clock } = createTestStore(twoConversations)
    await clock.advance(0)
    server.pump()
    server.isHolding = true
    const renamed = store.rename(a, ' better ')
    await clock.advance(0)
    server.held.shift()?.finish('answered')
    server.pump()
    const title = () => {
      const list = store.list.get()
      return list.status === 'ready' ? list.conversations.find(({ id }) => id === a)?.title : undefined
    }
    expect(title()).toBe(' better ')
    await renamed
    expect(title()).toBe('better')
  })

  it('removes at once, restores at once, and rolls back a refused removal', async () => {
    const { store, server, flow, texts } = createTestStore(twoConversations)
    store.open(a)
    await flow()
    const ids = () => {
      const list = store.list.get()
      return list.status === 'ready' ? list.conversations.map(({ id }) => id) : []
    }
    const removed = store.remove(a)
    expect(ids()).toEqual([b])
    const restored = store.restore(a)
    expect(ids()).toEqual([b, a])
    await flow()
    await Promise.all([removed, restored])
    await flow()
    expect(ids()).toEqual([b, a])
    expect(texts(a)).toEqual(['question question-a', 'one '])
    expect(server.logs.workspace().conversations.has(a)).toBe(true)

    server.refuse('deleteConversations', new ChatError('storage-failed', 'No.'))
    const outcome = store.remove(a).catch((error: unknown) => error)
    expect(ids()).toEqual([b])
    await flow()
    expect(await outcome).toMatchObject({ code: 'storage-failed' })
    expect(ids()).toEqual([b, a])
  })

  it('shows a conversation that another tab deleted as gone, and again when it is restored', async () => {
    const { store, server, flow, texts } = createTestStore(twoConversations)
    store.open(a)
    await flow()
    await server.api.deleteConversations([a])
    await flow()
    expect(store.conversation(a).get().status).toBe('not-found')
    await server.api.restoreConversations([a])
    await flow()
    expect(texts(a)).toEqual(['question question-a', 'one '])
  })
})

describe('the one stream', () => {
  it('[SUB4] is never more than one, through opening, leaving and going back', async () => {
    const { store, server, flow, texts } = createTestStore(twoConversations)
    await flow()
    for (const id of [a, b, null, b, a]) {
      store.open(id)
      await flow()
      expect(server.streams).toHaveLength(1)
      expect(server.streams[0]?.input.conversation?.id ?? null).toBe(id)
    }
    server.write(b, 'reply-of-b', 'while away')
    store.open(b)
    expect(texts(b)).toEqual(['question question-b', ''])
    await flow()
    expect(texts(b)).toEqual(['question question-b', 'while away'])
    expect(server.calls.filter((name) => name === 'getConversation')).toHaveLength(2)
    expect(store.connection.get()).toBe('live')
  })

  it('keeps the old stream until the next conversation is loaded', async () => {
    const { store, server, flow } = createTestStore(twoConversations)
    store.open(a)
    await flow()
    server.isHolding = true
    store.open(b)
    await flow()
    expect(server.streams[0]?.input.conversation?.id).toBe(a)
    server.held.shift()?.finish('answered')
    await flow()
    expect(server.streams[0]?.input.conversation?.id).toBe(b)
  })

  it('says "reconnecting" soon after a cut, and catches up without loss or repeat', async () => {
    const { store, server, flow, clock, texts } = createTestStore(twoConversations)
    store.open(a)
    await flow()
    server.streams[0]?.cut()
    expect(store.connection.get()).toBe('live')
    await clock.advance(500)
    expect(store.connection.get()).toBe('reconnecting')
    server.write(a, 'reply-of-a', 'two ')
    await flow()
    expect(store.connection.get()).toBe('live')
    expect(texts(a)).toEqual(['question question-a', 'one two '])
  })

  it('begins again, from where it was, after a failure that ends it', async () => {
    const { store, server, flow, clock, texts } = createTestStore(twoConversations)
    store.open(a)
    await flow()
    server.write(a, 'reply-of-a', 'two ')
    await flow()
    server.streams[0]?.handlers.onFailure(networkFailure())
    expect(server.streams).toHaveLength(0)
    await clock.advance(400)
    expect(store.connection.get()).toBe('reconnecting')
    expect(server.streams[0]?.input.lastEventId).toBeTruthy()
    server.write(a, 'reply-of-a', 'three')
    await flow()
    expect(texts(a)).toEqual(['question question-a', 'one two three'])
  })

  it('[SUB2] reads a snapshot after a reset, and follows from the snapshot’s cursor', async () => {
    const { store, server, flow, texts } = createTestStore(twoConversations)
    store.open(a)
    await flow()
    server.write(a, 'reply-of-a', 'two ')
    await flow()
    server.streams[0]?.cut()
    server.logs.beginEpoch(1)
    server.write(a, 'reply-of-a', 'another two')
    await flow()
    await flow()
    expect(texts(a)).toEqual(['question question-a', 'one another two'])
    expect(server.streams[0]?.input.conversation?.cursor).toBe(server.logs.cursor(a))
    expect(server.streams).toHaveLength(1)
  })

  it('[SUB2] shows no mixture of two epochs while the snapshot is on its way', async () => {
    const { store, server, flow, texts } = createTestStore(twoConversations)
    store.open(a)
    await flow()
    server.write(a, 'reply-of-a', 'two ')
    await flow()
    server.isHolding = true
    server.streams[0]?.cut()
    server.logs.beginEpoch(1)
    await flow()
    for (const text of ['2', ' and ', 'more']) server.write(a, 'reply-of-a', text)
    await flow()
    expect(texts(a)).toEqual(['question question-a', 'one two '])
    server.isHolding = false
    for (const call of server.held.splice(0)) call.finish('answered')
    await flow()
    await flow()
    expect(texts(a)).toEqual(['question question-a', 'one 2 and more'])
  })

  it('[STORE1] reads a snapshot where an event is missing', async () => {
    const { store, server, flow, texts } = createTestStore(twoConversations)
    store.open(a)
    await flow()
    server.write(a, 'reply-of-a', 'two ')
    server.streams[0]?.deliver({ fault: 'drop' })
    server.write(a, 'reply-of-a', 'three')
    await flow()
    await flow()
    expect(texts(a)).toEqual(['question question-a', 'one two three'])
  })

  it('slows down where resets never end', async () => {
    const { store, server, clock, flow } = createTestStore(twoConversations)
    store.open(a)
    await flow()
    const before = server.calls.length
    for (let turn = 0; turn < 200; turn += 1) {
      server.streams[0]?.handlers.onEvents([{ type: 'conversation-reset', conversationId: a }], '1:1/1:1')
      await clock.advance(50)
    }
    expect(server.calls.slice(before).filter((name) => name === 'getConversation').length).toBeLessThan(10)
  })

  it('[SUB4] is let go in a hidden tab with nothing running, and taken up again in sight', async () => {
    const { store, server, clock, signals, flow, texts } = createTestStore(twoConversations)
    store.open(a)
    await flow()
    signals.give('hidden')
    await clock.advance(10_000)
    expect(server.streams).toHaveLength(1)
    server.end(a, 'reply-of-a')
    await flow()
    expect(server.streams).toHaveLength(0)
    expect(store.connection.get()).toBe('idle')
    server.addConversation('conversation-c')
    signals.give('visible')
    await flow()
    expect(store.connection.get()).toBe('live')
    expect(server.streams).toHaveLength(1)
    expect(texts(a)).toEqual(['question question-a', 'one '])
    const list = store.list.get()
    expect(list.status === 'ready' && list.conversations.length).toBe(3)
  })

  it('[SUB4] is not even begun in a tab that was opened out of sight', async () => {
    const { store, server, flow } = createTestStore(twoConversations, { isShown: false })
    await flow()
    expect(store.list.get().status).toBe('ready')
    expect(store.connection.get()).toBe('idle')
    expect(server.streams).toHaveLength(0)
  })

  it('is tried at once when the network returns or the machine wakes', async () => {
    const { store, server, clock, signals, flow } = createTestStore(twoConversations)
    store.open(a)
    await flow()
    const begun = () => server.calls.filter((name) => name === 'stream').length
    await clock.advance(2_000)
    server.streams[0]?.cut()
    await clock.advance(2_000)
    signals.give('online')
    expect(begun()).toBe(2)
    await flow()
    expect(store.connection.get()).toBe('live')
    signals.give('hidden')
    await clock.advance(60_000)
    signals.give('visible')
    expect(begun()).toBe(3)
    expect(server.streams).toHaveLength(1)
  })

  it('is given up where it does not become live, and begun anew', async () => {
    const { server, clock, flow, store } = createTestStore(twoConversations)
    await clock.advance(0)
    expect(store.connection.get()).toBe('connecting')
    await clock.advance(20_000)
    expect(server.calls.filter((name) => name === 'stream').length).toBeGreaterThan(1)
    expect(server.streams).toHaveLength(1)
    await flow()
    expect(store.connection.get()).toBe('live')
  })
})

describe('a store’s memory', () => {
  it('forgets conversations that were opened long ago, but none that is watched', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `conversation-${index}`)
    const { store, server, flow } = createTestStore((fake) => {
      for (const id of ids) fake.addConversation(id)
    })
    const end = store.conversation('conversation-0').subscribe(() => undefined)
    for (const id of ids) {
      store.open(id)
      await flow()
    }
    const loads = () => server.calls.filter((name) => name === 'getConversation').length
    expect(loads()).toBe(40)
    for (const id of ['conversation-0', 'conversation-39', 'conversation-25']) store.open(id)
    await flow()
    expect(loads()).toBe(40)
    store.open('conversation-1')
    await flow()
    expect(loads()).toBe(41)
    end()
  })

  it('leaves nothing running when disposed', async () => {
    const { store, server, clock, frames, signals, flow } = createTestStore(twoConversations)
    store.open(a)
    await flow()
    server.isHolding = true
    store.send({ conversationId: a, text: 'on its way' })
    server.streams[0]?.cut()
    store.dispose()
    expect(server.streams).toHaveLength(0)
    expect(clock.waiting).toBe(0)
    expect(signals.listeners).toBe(0)
    for (const call of server.held) call.finish('unheard')
    await clock.advance(60_000)
    expect(frames.run()).toBe(0)
    expect(clock.waiting).toBe(0)
  })
})
