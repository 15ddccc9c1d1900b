import { describe, expect, it } from 'vitest'
import { emptyConversation, messageById } from './conversation-state.ts'
import type { ConversationEvent } from './events.ts'
import { conversationFromSnapshot, foldConversation } from './fold-conversation.ts'
import type { QueuedMessage } from './queue.ts'

type Unlogged<Event> = Event extends ConversationEvent ? Omit<Event, 'seq'> : never

const parts = (text: string) => [{ type: 'text' as const, text }]
const queued = (id: string, text: string): QueuedMessage => ({
  id,
  parts: parts(text),
  replies: [{ replyId: `reply-to-${id}` }],
  queuedAt: 5,
})
const queue = (id: string, text: string) => ({ type: 'message-queued' as const, message: queued(id, text) })
const begin = {
  type: 'run-started' as const,
  runId: 'run-000001',
  messageId: 'reply-0001',
  parentId: 'user-0001',
  modelId: 'demo',
  modelName: 'Demo',
  startedAt: 2,
}
const end = {
  type: 'run-ended' as const,
  runId: 'run-000001',
  messageId: 'reply-0001',
  status: 'stopped' as const,
  endedAt: 3,
}
const added = (id: string, text: string) => ({
  type: 'message-added' as const,
  message: { id, parentId: 'reply-0001', role: 'user' as const, parts: parts(text), createdAt: 9 },
})
const held = { type: 'queue-held' as const, hold: { reason: 'stopped' as const } }

const fold = (events: readonly Unlogged<ConversationEvent>[]) =>
  events.reduce(
    (state, event, index) => foldConversation(state, { ...event, seq: index + 1 }),
    emptyConversation('conversation-1'),
  )
const texts = (state: ReturnType<typeof fold>) => state.queue.messages.map(({ parts: [part] }) => part)

describe('the queue of a conversation', () => {
  it('[QUEUE1] has messages in the order in which they were queued, until each of them is added', () => {
    const begun = [begin, queue('queued-1', 'one'), queue('queued-2', 'two'), queue('queued-3', 'three')]
    expect(texts(fold(begun))).toEqual([...parts('one'), ...parts('two'), ...parts('three')])
    const state = fold([...begun, added('queued-1', 'one')])
    expect(texts(state)).toEqual([...parts('two'), ...parts('three')])
    expect(messageById(state, 'queued-1')).toMatchObject({ parentId: 'reply-0001' })
  })

  it('[QUEUE2] an edited message keeps its place, a removed one is gone', () => {
    const state = fold([
      queue('queued-1', 'one'),
      queue('queued-2', 'two'),
      { type: 'queued-message-edited', messageId: 'queued-1', parts: parts('uno') },
      { type: 'queued-message-removed', messageId: 'queued-2' },
    ])
    expect(texts(state)).toEqual(parts('uno'))
  })

  it('[QUEUE3] is held until another run begins, or until it is empty', () => {
    const heldOne = [begin, queue('queued-1', 'one'), end, held]
    expect(fold(heldOne).queue.hold).toEqual({ reason: 'stopped' })
    expect(fold([...heldOne, { ...begin, runId: 'run-000002', messageId: 'reply-0002' }]).queue).toMatchObject({
      messages: [{ id: 'queued-1' }],
      hold: null,
    })
    expect(fold([...heldOne, { type: 'queued-message-removed', messageId: 'queued-1' }]).queue.hold).toBeNull()
  })

  it('[STORE1] an event about a message that is not there shows that something is missing', () => {
    for (const event of [
      { type: 'queued-message-edited' as const, messageId: 'queued-1', parts: parts('uno') },
      { type: 'queued-message-removed' as const, messageId: 'queued-1' },
      held,
    ]) {
      expect(fold([event])).toEqual({ ...emptyConversation('conversation-1'), isBehind: true })
    }
  })

  it('is what a snapshot says; without a word of it, empty', () => {
    const conversation = {
      id: 'conversation-1',
      title: '',
      titleOrigin: 'words' as const,
      createdAt: 1,
      updatedAt: 1,
      runningCount: 0,
    }
    const snapshot = { conversation, messages: [], seq: 4 }
    const waiting = { messages: [queued('queued-1', 'one')], hold: null }
    expect(conversationFromSnapshot({ ...snapshot, queue: waiting }).queue).toEqual(waiting)
    expect(conversationFromSnapshot(snapshot).queue).toEqual({ messages: [], hold: null })
  })
})
