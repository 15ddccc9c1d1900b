import type { ConversationEvent, ConversationSnapshot } from '@livetype/protocol'
import { expect, it } from 'vitest'
import { createHistory, type History } from './history.ts'
import { createShownConversation, type ShownConversation } from './shown-conversation.ts'

const ids = { runId: 'run-000001', messageId: 'reply-0001' }
const started: ConversationEvent = {
  type: 'run-started',
  seq: 2,
  ...ids,
  parentId: 'question-1',
  modelId: 'demo',
  modelName: 'Demo',
  startedAt: 1,
}
const delta = (seq: number, offset: number, text: string): ConversationEvent => ({
  type: 'text-delta',
  seq,
  messageId: ids.messageId,
  partIndex: 0,
  offset,
  text,
})
const ended = (seq: number): ConversationEvent => ({ type: 'run-ended', seq, ...ids, status: 'completed', endedAt: 2 })

const snapshot = (seq: number, text: string): ConversationSnapshot => ({
  conversation: {
    id: 'conversation-1',
    title: '',
    titleOrigin: 'words',
    createdAt: 1,
    updatedAt: 1,
    runningCount: 0,
  },
  messages: [
    {
      id: ids.messageId,
      role: 'assistant',
      parentId: 'question-1',
      parts: [{ type: 'text', text }],
      createdAt: 1,
      runId: ids.runId,
      modelId: 'demo',
      modelName: 'Demo',
      reply: { status: 'interrupted', startedAt: 1, endedAt: 2 },
    },
  ],
  cursor: `2:${seq}`,
  seq,
})

function show(...events: readonly ConversationEvent[]): { shown: ShownConversation; history: History } {
  const history = createHistory(7)
  const shown = createShownConversation('conversation-1', history)
  for (const event of events) shown.takeEvent(event, '1:0:0')
  return { shown, history }
}

it('takes a reply that is whole, and says how it ended', () => {
  const { shown } = show(
    started,
    delta(3, 0, 'Hello'),
    { ...delta(5, 5, ', you'), firstSeq: 4 } as ConversationEvent,
    ended(6),
  )
  expect(shown.textOf(ids.messageId)).toBe('Hello, you')
  expect(shown.endOf(ids.messageId)).toEqual({ runId: ids.runId, status: 'completed' })
})

it.each([
  ['a hole in the log', [started, delta(4, 0, 'Hello')], 'seq 4 came after 2'],
  ['an event that comes twice', [started, delta(3, 0, 'Hello'), delta(3, 0, 'Hello')], 'seq 3 came after 3'],
  ['a gap in the text', [started, delta(3, 1, 'ello')], 'text at 1 came where 0 was due'],
  ['a text that changes', [started, delta(3, 0, 'Hello'), delta(4, 4, 'a!')], 'other text came at 4'],
  ['text after the end', [started, ended(3), delta(4, 0, 'Hello')], 'text came after the end'],
  ['a second end', [started, ended(3), ended(4)], 'ended as completed at 3 and as completed at 4'],
])('finds %s', (_, events, what) => {
  expect(() => show(...events)).toThrow(what)
})

it('finds an epoch that goes back', () => {
  const { shown } = show()
  shown.takeEvent(started, '2:0:2')
  expect(() => shown.takeEvent(delta(3, 0, 'Hello'), '1:0:3')).toThrow('epoch 1 came after 2')
})

it('finds a snapshot that has lost what was shown', () => {
  const events = [started, delta(3, 0, 'Hello')]
  expect(() => show(...events).shown.takeSnapshot(snapshot(4, 'Hell'))).toThrow('do not begin with the 5 shown')
  expect(() => show(...events).shown.takeSnapshot(snapshot(2, 'Hello'))).toThrow('ends at 2, 3 was shown')
  expect(() => show(...events).shown.takeSnapshot(snapshot(4, 'Hello, you'))).not.toThrow()
})

it('says the seed and what led to a violation, also where its throwing was swallowed', () => {
  const { shown, history } = show(started)
  expect(() => shown.takeEvent(delta(9, 0, 'Hello'), '1:0:9')).toThrow()
  expect(() => history.assertNone()).toThrow(/seed 7; what led to it:\n.*run-started 2 at 1:0:0\n.*text-delta 9/)
})
