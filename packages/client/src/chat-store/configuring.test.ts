import { ChatError, type LibraryChange, type Preset } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import { createTestStore } from './test-support/test-store.ts'

const a = 'conversation-a'

async function openedStore() {
  const test = createTestStore((server) => server.addConversation(a))
  test.store.open(a)
  await test.flow()
  return test
}

describe('setting a conversation’s configuration', () => {
  it('[CONFIG1] is shown at once, the last of several, and stays when the log has told of it', async () => {
    const { store, server, flow, ready } = await openedStore()
    const set = [store.configure(a, { temperature: 1 }), store.configure(a, { temperature: 2 })]
    expect(ready(a).configuration).toEqual({ temperature: 2 })
    server.pump()
    expect(ready(a).configuration).toEqual({ temperature: 2 })
    await flow()
    await Promise.all(set)
    expect(ready(a).configuration).toEqual({ temperature: 2 })
    expect(server.truth(a).configuration).toEqual({ temperature: 2 })
  })

  it('shows what another tab sets after it', async () => {
    const { store, server, flow, ready } = await openedStore()
    await Promise.all([store.configure(a, { temperature: 1 }), flow()])
    server.logs.append(a, { type: 'conversation-configured', configuration: { topP: 0.5 } })
    await flow()
    expect(ready(a).configuration).toEqual({ topP: 0.5 })
  })

  it('is taken back where the server refuses it', async () => {
    const { store, server, flow, ready } = await openedStore()
    server.refuse('configureConversation', new ChatError('storage-failed', 'The disk is full.'))
    const set = store.configure(a, { temperature: 1 })
    await Promise.all([expect(set).rejects.toThrow('The disk is full.'), flow()])
    expect(ready(a).configuration).toEqual({})
  })

  it('goes with the first message, also where that is sent again', async () => {
    const { store, server, flow, ready } = createTestStore()
    await flow()
    server.refuse('sendMessage', new ChatError('storage-failed', 'The disk is full.'))
    const { conversationId, messageId } = store.send({ text: 'hello', configuration: { temperature: 1 } })
    store.open(conversationId)
    expect(ready(conversationId).configuration).toEqual({ temperature: 1 })
    await flow()
    await store.configure(conversationId, { maxTokens: 5 })
    store.retrySend(conversationId, messageId)
    await flow()
    expect(ready(conversationId).configuration).toEqual({ maxTokens: 5 })
    expect(server.truth(conversationId).configuration).toEqual({ maxTokens: 5 })
    server.logs.append(conversationId, { type: 'conversation-configured', configuration: {} })
    await flow()
    expect(ready(conversationId).configuration).toEqual({})
  })

  it('that sets nothing leaves nothing behind', async () => {
    const { store, server, flow, ready } = createTestStore()
    await flow()
    const { conversationId } = store.send({ text: 'hello', configuration: {} })
    store.open(conversationId)
    await flow()
    server.logs.append(conversationId, { type: 'conversation-configured', configuration: { topP: 1 } })
    await flow()
    expect(ready(conversationId).configuration).toEqual({ topP: 1 })
  })
})

const preset = (id: string, position: number, name = id): Preset => ({
  id,
  name,
  icon: 'sparkles',
  configuration: {},
  position,
})
const saved = (id: string, position: number, name = id): LibraryChange => ({
  type: 'preset-saved',
  preset: preset(id, position, name),
})

describe('changing the library', () => {
  it('[CONFIG2] is shown at once and live elsewhere, in order, and can be taken back', async () => {
    const { store, server, flow } = createTestStore()
    await flow()
    const changes = [saved('preset-2', 2), saved('preset-1', 1)].map(store.changeLibrary)
    expect(store.library.get().presets.map(({ id }) => id)).toEqual(['preset-1', 'preset-2'])
    await Promise.all([...changes, flow()])
    expect(server.logs.workspace().library.presets).toHaveLength(2)
    await Promise.all([store.changeLibrary({ type: 'preset-deleted', presetId: 'preset-1' }), flow()])
    server.logs.append('workspace', saved('preset-2', 2, 'renamed'))
    await flow()
    expect(store.library.get().presets).toEqual([preset('preset-2', 2, 'renamed')])
    await Promise.all([store.changeLibrary(saved('preset-1', 1)), flow()])
    expect(store.library.get().presets.map(({ id }) => id)).toEqual(['preset-1', 'preset-2'])
  })

  it('is taken back where the server refuses it', async () => {
    const { store, server, flow } = createTestStore()
    await flow()
    server.refuse('changeLibrary', new ChatError('invalid-input', 'There are too many.'))
    const change = store.changeLibrary(saved('preset-1', 1))
    await Promise.all([expect(change).rejects.toThrow('There are too many.'), flow()])
    expect(store.library.get().presets).toEqual([])
  })
})
