import { type ConversationEvent, type ConversationSnapshot, isOpen } from '@livetype/protocol'
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

const continued: ConversationEvent = { ...started, seq: 5, runId: 'run-000002', continues: true }

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

it('takes a reply that is gone on with, also when all of it comes again', () => {
  const events = [started, delta(3, 0, 'Hello'), ended(4), continued, delta(6, 5, ', you')]
  const { shown } = show(...events)
  expect(shown.endOf(ids.messageId)).toBeUndefined()
  shown.beginStream()
  for (const event of events) shown.takeEvent(event, '1:0:0')
  shown.takeEvent({ ...ended(7), runId: 'run-000002' } as ConversationEvent, '1:0:7')
  expect(shown.endOf(ids.messageId)).toEqual({ runId: 'run-000002', status: 'completed' })
  expect(shown.textOf(ids.messageId)).toBe('Hello, you')
})

it('takes nothing of a stream that was reset before there is a snapshot that it joins', () => {
  const { shown } = show(started, delta(3, 0, 'Hello'), ended(4))
  shown.reset()
  shown.takeEvent({ ...continued, seq: 6 }, '2:0:6')
  shown.takeSnapshot({ ...snapshot(5, 'Hello'), messages: [] })
  shown.takeEvent(delta(7, 5, ', '), '2:0:7')
  expect(shown.events).toHaveLength(3)
  shown.takeSnapshot({ ...snapshot(7, 'Hello, '), messages: [] })
  shown.takeEvent({ ...continued, seq: 8 }, '2:0:8')
  expect(shown.events).toHaveLength(4)
})

it('learns from a snapshot that a run has ended and was gone on with', () => {
  const { shown } = show(started, delta(3, 0, 'Hello'))
  const { conversation, messages } = snapshot(5, 'Hello')
  const [message] = messages
  if (message?.role !== 'assistant' || isOpen(message.reply)) throw new Error('the snapshot has a reply that has ended')
  const { runId, modelId, modelName, reply } = message
  const earlierRuns = [{ runId, modelId, modelName, reply, partLengths: [5] }]
  const goingOn = { ...message, runId: 'run-000002', reply: { status: 'running' as const, startedAt: 3 }, earlierRuns }
  shown.takeSnapshot({ conversation, messages: [goingOn], cursor: '1:5', seq: 5 })
  expect(shown.endOf(ids.messageId)).toBeUndefined()
  shown.beginStream()
  shown.takeEvent(delta(6, 5, ', you'), '1:0:6')
  expect(() => shown.takeEvent(ended(7), '1:0:7')).toThrow('ended as interrupted at 0 and as completed at 7')
})

it.each([
  ['a hole in the log', [started, delta(4, 0, 'Hello')], 'seq 4 came after 2'],
  ['an event that comes twice', [started, delta(3, 0, 'Hello'), delta(3, 0, 'Hello')], 'seq 3 came after 3'],
  ['a gap in the text', [started, delta(3, 1, 'ello')], 'text at 1 came where 0 was due'],
  ['a text that changes', [started, delta(3, 0, 'Hello'), delta(4, 4, 'a!')], 'other text came at 4'],
  ['text after the end', [started, ended(3), delta(4, 0, 'Hello')], 'text came after the end'],
  ['a run that begins anew', [started, ended(3), { ...continued, seq: 4, continues: undefined }], 'begins anew after'],
  ['a run that goes on with nothing', [{ ...continued, seq: 2 }], 'run-000002 goes on with nothing'],
  ['a run that goes on too early', [started, { ...continued, seq: 3 }], 'run-000002 began before the end'],
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

it('takes a reply from a command’s answer, where no stream has told of it or of less', () => {
  const [answered] = snapshot(0, 'Hello').messages
  if (answered?.role !== 'assistant') throw new Error('not a reply')
  const { shown } = show()
  shown.takeAnswer(answered)
  expect(shown.textOf(ids.messageId)).toBe('Hello')
  for (const event of [started, delta(3, 0, 'Hello')]) shown.takeEvent(event, '2:0:3')
  shown.takeAnswer({ ...answered, parts: [{ type: 'text', text: 'Hell' }] })
  expect(shown.textOf(ids.messageId)).toBe('Hello')
  expect(() => shown.takeAnswer({ ...answered, parts: [{ type: 'text', text: 'Hallo, you' }] })).toThrow('do not begin')
})

it('takes a log from its beginning after a reset, where there was no conversation to read', () => {
  const { shown } = show()
  shown.reset()
  shown.takeAbsence()
  for (const event of [{ ...started, seq: 1 }, delta(2, 0, 'Hello')]) shown.takeEvent(event, '2:0:2')
  expect(shown.textOf(ids.messageId)).toBe('Hello')
})
