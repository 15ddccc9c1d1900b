import { ChatError, messagePath } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import type { FakeServer } from './test-support/fake-server.ts'
import { createTestStore } from './test-support/test-store.ts'

const a = 'conversation-a'

function twoTurns(server: FakeServer): void {
  server.addConversation(a)
  server.addTurn(a, { messageId: 'question-1', replyId: 'reply-of-1', parentId: null })
  server.end(a, 'reply-of-1')
  server.addTurn(a, { messageId: 'question-2', replyId: 'reply-of-2', parentId: 'reply-of-1' })
  server.end(a, 'reply-of-2')
}

async function openedStore() {
  const test = createTestStore(twoTurns)
  test.store.open(a)
  await test.flow()
  return test
}

describe('editing a message', () => {
  it('[TREE1] shows the new version at once, in the place of the old one, which stays', async () => {
    const { store, server, flow, ready, view } = await openedStore()
    const sent = store.edit(a, 'question-1', { text: 'better', modelId: 'fake' })
    expect(ready(a).messageIds).toEqual([sent.messageId, sent.replyId])
    expect(ready(a).branches).toEqual(new Map([[sent.messageId, ['question-1', sent.messageId]]]))
    expect(view(a, sent.messageId)).toMatchObject({ delivery: 'sending', message: { parentId: null } })
    await flow()
    expect(view(a, sent.messageId).delivery).toBe('sent')
    expect(messagePath(server.truth(a))).toEqual([sent.messageId, sent.replyId])
    expect(server.truth(a).messageIds).toContain('reply-of-2')
  })

  it('[TREE1] [RUN1] sends a version that was refused again to where it belongs', async () => {
    const { store, server, flow, ready, view } = await openedStore()
    server.refuse('sendMessage', new ChatError('storage-failed', 'The disk is full.'))
    const { messageId } = store.edit(a, 'question-2', { text: 'better' })
    await flow()
    expect(view(a, messageId)).toMatchObject({ delivery: 'failed' })
    expect(ready(a).messageIds).toEqual(['question-1', 'reply-of-1', messageId, 'question-2', 'reply-of-2'])
    store.retrySend(a, messageId)
    await flow()
    const [, , edited] = messagePath(server.truth(a))
    expect(ready(a).messageIds).toEqual(messagePath(server.truth(a)))
    expect(view(a, edited ?? '')).toMatchObject({ delivery: 'sent', message: { parentId: 'reply-of-1' } })
  })

  it('is of a message of a person', async () => {
    const { store } = await openedStore()
    for (const id of ['reply-of-1', 'nobody']) expect(() => store.edit(a, id, { text: 'x' })).toThrow('no such message')
  })
})

describe('choosing a branch', () => {
  it('[TREE1] shows it at once with what was last below it, and the log has it', async () => {
    const { store, server, flow, ready } = await openedStore()
    store.edit(a, 'question-1', { text: 'better' })
    await flow()
    const chosen = store.chooseBranch(a, 'question-1')
    const before = ['question-1', 'reply-of-1', 'question-2', 'reply-of-2']
    expect(ready(a).messageIds).toEqual(before)
    await flow()
    await chosen
    expect(messagePath(server.truth(a))).toEqual(before)
    expect(ready(a).branches.get('question-1')).toHaveLength(2)
  })

  it('[TREE1] [STORE3] is seen in other tabs', async () => {
    const { store, server, flow, ready } = await openedStore()
    const { messageId, replyId } = store.edit(a, 'question-1', { text: 'better' })
    await flow()
    server.logs.append(a, { type: 'branch-chosen', messageId: 'question-1' })
    await flow()
    expect(ready(a).messageIds).toContain('question-1')
    server.logs.append(a, { type: 'branch-chosen', messageId })
    await flow()
    expect(ready(a).messageIds).toEqual([messageId, replyId])
  })

  it('[TREE1] is taken back where the server refuses it', async () => {
    const { store, server, flow, ready } = await openedStore()
    const { messageId, replyId } = store.edit(a, 'question-1', { text: 'better' })
    await flow()
    server.refuse('chooseBranch', new ChatError('message-not-found', 'It is gone.'))
    await expect(store.chooseBranch(a, 'question-1')).rejects.toMatchObject({ code: 'message-not-found' })
    await flow()
    expect(ready(a).messageIds).toEqual([messageId, replyId])
  })

  it('[TREE1] shows the last of several choices from the first moment on, and asks for no more than it needs', async () => {
    const { store, server, flow, ready } = await openedStore()
    const second = store.edit(a, 'question-1', { text: 'better' })
    await flow()
    const third = store.edit(a, 'question-1', { text: 'best' })
    await flow()
    server.isHolding = true
    const shown = new Set<string | undefined>()
    const stop = store.conversation(a).subscribe(() => shown.add(ready(a).messageIds[0]))
    const choices = [second.messageId, 'question-1', third.messageId].map((id) => store.chooseBranch(a, id))
    await flow()
    shown.clear()
    expect(server.held.map(({ name }) => name)).toEqual(['chooseBranch'])
    for (let call = server.held.shift(); call; call = server.held.shift()) {
      call.finish('answered')
      await flow()
    }
    await Promise.all(choices)
    expect(ready(a).messageIds).toEqual([third.messageId, third.replyId])
    expect(messagePath(server.truth(a))).toEqual([third.messageId, third.replyId])
    expect([...shown].filter((id) => id !== third.messageId)).toEqual([])
    stop()
  })

  it('[TREE1] goes back from a version that is still on its way', async () => {
    const { store, server, flow, ready } = await openedStore()
    server.isHolding = true
    const { messageId } = store.edit(a, 'question-1', { text: 'better' })
    await flow()
    const chosen = store.chooseBranch(a, 'question-1')
    const before = ['question-1', 'reply-of-1', 'question-2', 'reply-of-2']
    expect(ready(a).messageIds).toEqual(before)
    expect(ready(a).branches.get('question-1')).toEqual(['question-1', messageId])
    for (let call = server.held.shift(); call; call = server.held.shift()) {
      call.finish('answered')
      await flow()
      expect(ready(a).messageIds).toEqual(before)
    }
    await chosen
    expect(messagePath(server.truth(a))).toEqual(before)
  })

  it('[TREE1] an edit that follows a choice is shown, not what was chosen', async () => {
    const { store, server, flow, ready } = await openedStore()
    store.edit(a, 'question-1', { text: 'better' })
    await flow()
    server.isHolding = true
    void store.chooseBranch(a, 'question-1')
    const { messageId, replyId } = store.edit(a, 'question-1', { text: 'best' })
    expect(ready(a).messageIds).toEqual([messageId, replyId])
    server.isHolding = false
    for (let call = server.held.shift(); call; call = server.held.shift()) call.finish('answered')
    await flow()
    expect(ready(a).messageIds).toEqual(messagePath(server.truth(a)))
  })

  it('keeps what it shows of branches as it is while nothing of them changes', async () => {
    const { store, server, flow, ready } = await openedStore()
    const { replyId } = store.edit(a, 'question-1', { text: 'better' })
    await flow()
    const { branches } = ready(a)
    server.write(a, replyId, 'word')
    server.end(a, replyId)
    await flow()
    expect(ready(a).branches).toBe(branches)
  })
})
