import { describe, expect, it } from 'vitest'
import { emptyConversation, messageById } from './conversation-state.ts'
import type { ConversationEvent } from './events.ts'
import { foldConversation } from './fold-conversation.ts'
import { addedText, canContinue } from './fold-run.ts'
import type { AssistantMessage } from './message.ts'

const messageId = 'reply-0001'
const parentId = 'user-0001'

type Unnumbered = ConversationEvent extends infer Event
  ? Event extends ConversationEvent
    ? Omit<Event, 'seq'>
    : never
  : never

const question: Unnumbered = {
  type: 'message-added',
  message: { id: parentId, parentId: null, role: 'user', parts: [{ type: 'text', text: 'Hi' }], createdAt: 1 },
}
const run = (runId: string) => ({ runId, messageId, parentId, modelId: 'demo', modelName: 'Demo' })
const queued = (runId: string): Unnumbered => ({ type: 'run-queued', ...run(runId), queuedAt: 2 })
const started = (runId: string): Unnumbered => ({ type: 'run-started', ...run(runId), startedAt: 3 })
const continued = (runId: string): Unnumbered => ({ type: 'run-started', ...run(runId), continues: true, startedAt: 5 })
const ended = (runId: string, status: 'completed' | 'stopped' = 'stopped'): Unnumbered => ({
  type: 'run-ended',
  runId,
  messageId,
  status,
  endedAt: 4,
})
const undone = (runId: string): Unnumbered => ({ type: 'run-undone', runId, messageId })
const text = (partIndex: number, offset: number, added: string): Unnumbered => ({
  type: 'text-delta',
  messageId,
  partIndex,
  offset,
  text: added,
})
const answer = (startedAt: number): Unnumbered => ({
  type: 'text-delta',
  messageId,
  partIndex: 1,
  offset: 0,
  text: 'Yes',
  startedAt,
})

function fold(...events: readonly Unnumbered[]) {
  const state = [question, ...events]
    .map((event, index): ConversationEvent => ({ ...event, seq: index + 1 }))
    .reduce(foldConversation, emptyConversation('conversation-1'))
  return { ...state, reply: messageById(state, messageId) }
}

describe('a thought', () => {
  const thought = (startedAt: number | undefined): Unnumbered => ({
    type: 'reasoning-delta',
    messageId,
    partIndex: 0,
    offset: 0,
    text: 'hm',
    ...(startedAt !== undefined && { startedAt }),
  })
  const part = { type: 'reasoning', text: 'hm' }

  it('[RUN12] lasts until what follows it begins, or until the end of its run', () => {
    expect(fold(started('run-000001'), thought(3), answer(9)).reply?.parts).toEqual([
      { ...part, startedAt: 3, durationMs: 6 },
      { type: 'text', text: 'Yes', startedAt: 9 },
    ])
    expect(fold(started('run-000001'), thought(3), ended('run-000001')).reply?.parts).toEqual([
      { ...part, startedAt: 3, durationMs: 1 },
    ])
  })

  it('[RUN12] has no time where its run was interrupted, nor where an old log has none', () => {
    const interrupted: Unnumbered = {
      type: 'run-ended',
      runId: 'run-000001',
      messageId,
      status: 'interrupted',
      endedAt: 99,
    }
    const goneOn = [continued('run-000002'), answer(120)]
    const gone = fold(started('run-000001'), thought(3), interrupted, ...goneOn)
    expect(gone.reply?.parts[0]).toEqual(part)
    expect(fold(started('run-000001'), thought(undefined), ended('run-000001')).reply?.parts).toEqual([part])
  })
})

describe('a queued run', () => {
  it('[RUN7] waits, then runs, then ends', () => {
    const waiting = fold(queued('run-000001'))
    expect(waiting.reply).toMatchObject({ createdAt: 2, parts: [], reply: { status: 'queued', queuedAt: 2 } })
    expect([...waiting.running.keys()]).toEqual([messageId])
    const running = fold(queued('run-000001'), started('run-000001'))
    expect(running.reply).toMatchObject({ createdAt: 2, reply: { status: 'running', startedAt: 3 } })
    expect(running.messageIds).toEqual([parentId, messageId])
    expect(fold(queued('run-000001'), started('run-000001'), ended('run-000001')).running.size).toBe(0)
  })

  it('[RUN7] may end without ever having run', () => {
    const { reply, running } = fold(queued('run-000001'), ended('run-000001'))
    expect(reply).toMatchObject({ reply: { status: 'stopped', startedAt: 2, endedAt: 4 } })
    expect(running.size).toBe(0)
  })
})

describe('a continued reply', () => {
  const stopped = [started('run-000001'), text(0, 0, 'Hello wor'), ended('run-000001')]

  it('[RUN9] goes on in the same message, and remembers the run before', () => {
    const { reply, messageIds, running } = fold(...stopped, continued('run-000002'), text(0, 9, 'ld'))
    expect(messageIds).toEqual([parentId, messageId])
    expect(running.get(messageId)).toBe(reply)
    expect(reply).toMatchObject({
      runId: 'run-000002',
      parts: [{ type: 'text', text: 'Hello world' }],
      reply: { status: 'running', startedAt: 5 },
      earlierRuns: [{ runId: 'run-000001', reply: { status: 'stopped' }, partLengths: [9] }],
    })
  })

  it('[RUN10] taken back, is what it was', () => {
    const before = fold(...stopped)
    const reasoning: Unnumbered = { type: 'reasoning-delta', messageId, partIndex: 1, offset: 0, text: 'hm' }
    const once = [continued('run-000002'), text(0, 9, 'ld'), reasoning, ended('run-000002', 'completed')]
    expect(fold(...stopped, ...once, undone('run-000002')).reply).toEqual(before.reply)
    const twice = [...stopped, ...once, continued('run-000003'), text(2, 0, 'more'), ended('run-000003')]
    expect(fold(...twice, undone('run-000003')).reply).toEqual(fold(...stopped, ...once).reply)
    expect(fold(...twice, undone('run-000003'), undone('run-000002')).reply).toEqual(before.reply)
  })

  it('[RUN10] taken back, can be gone on with again', () => {
    const again = [continued('run-000002'), text(0, 9, 'ld'), ended('run-000002'), undone('run-000002')]
    const { reply } = fold(...stopped, ...again, continued('run-000003'), text(0, 9, 'm'))
    expect(reply).toMatchObject({ parts: [{ text: 'Hello worm' }], earlierRuns: [{ runId: 'run-000001' }] })
  })

  it('knows what its last run has added', () => {
    const { reply } = fold(...stopped, continued('run-000002'), text(0, 9, 'ld'))
    expect(reply?.role === 'assistant' && addedText(reply)).toBe('ld')
    const first = fold(...stopped).reply
    expect(first?.role === 'assistant' && addedText(first)).toBe('Hello wor')
  })

  it.each([
    ['goes on with a message that is not there', [continued('run-000002')]],
    ['goes on with a reply that is open', [started('run-000001'), continued('run-000002')]],
    ['begins a message that is there', [...stopped, started('run-000002')]],
    ['ends a run that is not the last', [...stopped, continued('run-000002'), ended('run-000001')]],
    ['takes back a run that is open', [...stopped, continued('run-000002'), undone('run-000002')]],
    ['takes back the first run', [...stopped, undone('run-000001')]],
  ])('[STORE1] an event that %s tells of a gap', (_, events) => {
    expect(fold(...events).isBehind).toBe(true)
  })
})

describe('canContinue', () => {
  const message = (reply: AssistantMessage['reply'], written = 'Hello'): AssistantMessage => ({
    id: messageId,
    parentId,
    role: 'assistant',
    createdAt: 1,
    ...{ runId: 'run-000001', modelId: 'demo', modelName: 'Demo' },
    parts: written === '' ? [] : [{ type: 'text', text: written }],
    reply,
  })
  const times = { startedAt: 1, endedAt: 2 }
  const failure = { code: 'model-truncated', message: 'cut', isRetryable: true } as const

  it.each<[string, AssistantMessage, boolean]>([
    ['stopped', message({ status: 'stopped', ...times }), true],
    ['stopped before its first word', message({ status: 'stopped', ...times }, ''), true],
    ['interrupted', message({ status: 'interrupted', ...times }), true],
    ['failed with text', message({ status: 'failed', failure, ...times }), true],
    ['failed without text', message({ status: 'failed', failure, ...times }, ''), true],
    ['cut at the limit of tokens', message({ status: 'completed', failure, ...times }), true],
    ['complete', message({ status: 'completed', ...times }), false],
    ['running', message({ status: 'running', startedAt: 1 }), false],
    ['queued', message({ status: 'queued', queuedAt: 1 }), false],
  ])('[RUN9] of a reply that is %s', (_, reply, expected) => {
    expect(canContinue(reply)).toBe(expected)
  })
})
