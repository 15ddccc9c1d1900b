import { ChatError } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import type { FakeServer } from '../chat-store/test-support/fake-server.ts'
import { createTestStore } from '../chat-store/test-support/test-store.ts'
import { fakeStorage, forbiddenStorage } from './fake-storage.fixture.ts'
import type { KeyValue } from './key-value.ts'
import { createLiveDrafts } from './live-drafts.ts'
import { createStoredUnsentTexts } from './stored-unsent-texts.ts'

const a = 'conversation-a'

/** A page with a store and drafts, in a browser with this storage. */
function page(storage: KeyValue, prepare?: (server: FakeServer) => void) {
  const drafts = createLiveDrafts(storage)
  return { drafts, ...createTestStore(prepare, { unsent: createStoredUnsentTexts(storage, drafts) }) }
}

const withA = (server: FakeServer) => server.addConversation(a)

describe('the text of a message that is not sent', () => {
  it('is a draft after a reload, below what was written since', async () => {
    const storage = fakeStorage()
    const before = page(storage, withA)
    before.store.open(a)
    await before.flow()
    before.server.refuse('sendMessage', new ChatError('storage-failed', 'The disk is full.'))
    before.store.send({ conversationId: a, text: 'first' })
    before.store.send({ conversationId: a, text: 'second' })
    await before.flow()
    before.drafts.set(a, 'typed since')
    const after = page(storage, withA)
    after.store.open(a)
    await after.flow()
    expect(after.drafts.get(a)).toBe('typed since\n\nfirst\n\nsecond')
    expect([...storage.items.keys()]).toEqual([`livetype:draft:${a}`])
  })

  it('is kept while it is on its way, and given back where the server never had it', async () => {
    const storage = fakeStorage()
    const before = page(storage, withA)
    before.store.open(a)
    await before.flow()
    before.server.isHolding = true
    before.store.send({ conversationId: a, text: 'on its way' })
    const after = page(storage, withA)
    after.store.open(a)
    await after.flow()
    expect(after.drafts.get(a)).toBe('on its way')
  })

  it('is not given back where the server took it though no answer came', async () => {
    const storage = fakeStorage()
    const before = page(storage, withA)
    before.store.open(a)
    await before.flow()
    before.server.isHolding = true
    const { messageId, replyId } = before.store.send({ conversationId: a, text: 'taken' })
    const after = page(storage, (server) => {
      withA(server)
      server.addTurn(a, { messageId, replyId, parentId: null })
    })
    after.store.open(a)
    await after.flow()
    expect(after.drafts.get(a)).toBe('')
    expect(storage.items.size).toBe(0)
  })

  it('is given back for another conversation where its own never began', async () => {
    const storage = fakeStorage()
    const before = page(storage)
    await before.flow()
    before.server.isHolding = true
    const { conversationId } = before.store.send({ text: 'hello' })
    const after = page(storage)
    after.store.open(conversationId)
    await after.flow()
    expect(after.store.conversation(conversationId).get().status).toBe('not-found')
    expect(after.drafts.get(null)).toBe('hello')
  })

  it('is forgotten once it is delivered or taken back', async () => {
    const storage = fakeStorage()
    const { store, server, flow, drafts } = page(storage, withA)
    store.open(a)
    await flow()
    const { replyId } = store.send({ conversationId: a, text: 'delivered' })
    expect(storage.items.size).toBe(1)
    await flow()
    expect(storage.items.size).toBe(0)
    server.end(a, replyId)
    await flow()
    server.refuse('sendMessage', new ChatError('storage-failed', 'The disk is full.'))
    const { messageId } = store.send({ conversationId: a, text: 'failed' })
    await flow()
    expect(storage.items.size).toBe(1)
    store.discard(a, messageId)
    expect(storage.items.size).toBe(0)
    expect(drafts.get(a)).toBe('')
  })

  it('stays where it is in the page that shows it, however often the conversation is read', async () => {
    const storage = fakeStorage()
    const { store, server, flow, drafts, view } = page(storage, withA)
    store.open(a)
    await flow()
    server.refuse('sendMessage', new ChatError('storage-failed', 'The disk is full.'))
    const { messageId } = store.send({ conversationId: a, text: 'failed' })
    await flow()
    server.logs.beginEpoch(0)
    for (const stream of [...server.streams]) stream.cut()
    await flow()
    await flow()
    expect(server.calls.filter((name) => name === 'getConversation').length).toBeGreaterThan(1)
    expect(view(a, messageId).delivery).toBe('failed')
    expect(drafts.get(a)).toBe('')
  })

  it('is no trouble where nothing can be kept, or what is kept is not of our making', async () => {
    const foreign = fakeStorage()
    foreign.items.set(`livetype:unsent:${a}`, '{"what":')
    foreign.items.set('livetype:unsent:conversation-b', '[1, {"messageId": 2}]')
    for (const storage of [foreign, forbiddenStorage]) {
      const { store, flow, drafts, texts } = page(storage, (server) => {
        withA(server)
        server.addConversation('conversation-b')
      })
      store.open('conversation-b')
      await flow()
      store.open(a)
      await flow()
      store.send({ conversationId: a, text: 'sent' })
      await flow()
      expect(texts(a)).toEqual(['sent', ''])
      expect(drafts.get(a)).toBe('')
    }
  })
})
