import { ChatError } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import { createTestStore, type TestStore } from './test-support/test-store.ts'

function listed({ store }: TestStore): string[] {
  const list = store.list.get()
  return list.status === 'ready' ? list.conversations.map(({ id }) => id) : []
}

describe('a temporary conversation', () => {
  it('[TEMP1] is known as one from the first moment, and in no list', async () => {
    const test = createTestStore()
    await test.flow()
    const { conversationId } = test.store.send({ text: 'hello', isTemporary: true })
    test.store.open(conversationId)
    expect(test.ready(conversationId).isTemporary).toBe(true)
    await test.flow()
    expect(test.ready(conversationId)).toMatchObject({ isTemporary: true, conversation: { title: '' } })
    expect(test.texts(conversationId)[0]).toBe('hello')
    expect(listed(test)).toEqual([])
  })

  it('[TEMP1] is begun as one also where its first message is sent again', async () => {
    const test = createTestStore()
    await test.flow()
    test.server.refuse('sendMessage', new ChatError('storage-failed', 'The disk is full.'))
    const { conversationId, messageId } = test.store.send({ text: 'hello', isTemporary: true })
    test.store.open(conversationId)
    await test.flow()
    test.store.retrySend(conversationId, messageId)
    await test.flow()
    expect(test.ready(conversationId)).toMatchObject({ isTemporary: true, conversation: { isTemporary: true } })
  })

  it('[TEMP2] is one like all others once it is kept', async () => {
    const test = createTestStore()
    await test.flow()
    const { conversationId } = test.store.send({ text: 'hello', isTemporary: true })
    test.store.open(conversationId)
    await test.flow()
    await Promise.all([test.store.keep(conversationId), test.flow()])
    await test.flow()
    expect(listed(test)).toEqual([conversationId])
    expect(test.ready(conversationId).isTemporary).toBe(false)
  })
})
