import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyConversation, messageById } from './conversation-state.ts'
import type { ConversationEvent } from './events.ts'
import { foldConversation } from './fold-conversation.ts'
import { textOf } from './message.ts'

const userId = 'user-0001'
const replyId = 'reply-0001'

/** A conversation whose reply has these pieces, as a log would hold it. */
function eventsOf(pieces: readonly { type: 'text' | 'reasoning'; text: string }[]): ConversationEvent[] {
  const events: ConversationEvent[] = []
  const seq = () => events.length + 1
  events.push({
    type: 'message-added',
    seq: seq(),
    message: { id: userId, parentId: null, role: 'user', parts: [{ type: 'text', text: 'Hi' }], createdAt: 1 },
  })
  const identity = { runId: 'run-000001', messageId: replyId }
  events.push({
    type: 'run-started',
    seq: seq(),
    ...identity,
    parentId: userId,
    modelId: 'demo',
    modelName: 'Demo',
    startedAt: 2,
  })
  let partIndex = -1
  let last: string | undefined
  let offset = 0
  for (const { type, text } of pieces) {
    if (type !== last) {
      partIndex += 1
      offset = 0
      last = type
    }
    events.push({ type: `${type}-delta`, seq: seq(), messageId: replyId, partIndex, offset, text })
    offset += text.length
  }
  events.push({ type: 'run-ended', seq: seq(), ...identity, status: 'completed', endedAt: 3 })
  return events
}

const fold = (events: readonly ConversationEvent[]) =>
  events.reduce(foldConversation, emptyConversation('conversation-1'))

const piecesArbitrary = fc.array(
  fc.record({ type: fc.constantFrom('text' as const, 'reasoning' as const), text: fc.string({ minLength: 1 }) }),
  { minLength: 1, maxLength: 30 },
)

describe('foldConversation', () => {
  it('[RUN3] a reply runs from its start to its one end', () => {
    const events = eventsOf([{ type: 'text', text: 'Hello' }])
    const running = fold(events.slice(0, -1))
    expect(running.running.get(replyId)).toMatchObject({ reply: { status: 'running', startedAt: 2 } })
    const ended = fold(events)
    expect(ended.running.size).toBe(0)
    expect(ended.settled.get(replyId)).toMatchObject({
      parts: [{ type: 'text', text: 'Hello' }],
      reply: { status: 'completed', startedAt: 2, endedAt: 3 },
    })
  })

  it('[STORE1] any replay of what was seen folds to the same message', () => {
    fc.assert(
      fc.property(piecesArbitrary, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 10 }), (pieces, replays) => {
        const events = eventsOf(pieces)
        let state = emptyConversation('conversation-1')
        let next = 0
        for (const [forward, back] of replays) {
          const until = Math.min(events.length, next + (forward % (events.length + 1)))
          for (const event of events.slice(Math.max(0, next - (back % (next + 1))), until)) {
            state = foldConversation(state, event)
          }
          next = until
        }
        for (const event of events.slice(next)) state = foldConversation(state, event)
        expect(state).toEqual(fold(events))
      }),
    )
  })

  it('[STORE1] deltas merged by the log fold to the same text as the single ones', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 20 }), fc.nat(), (texts, split) => {
        const events = eventsOf(texts.map((text) => ({ type: 'text', text })))
        const deltas = events.slice(2, -1)
        const first = deltas[0]
        const last = deltas.at(-1)
        if (first?.type !== 'text-delta' || !last) throw new Error('there are deltas')
        const merged: ConversationEvent = { ...first, firstSeq: first.seq, seq: last.seq, text: texts.join('') }
        const seen = 2 + (split % deltas.length)
        const state = [...events.slice(0, seen), merged, ...events.slice(-1)].reduce(
          foldConversation,
          emptyConversation('conversation-1'),
        )
        expect(state).toEqual(fold(events))
      }),
    )
  })

  it('[STORE1] an event that is missing leaves the state as it was and behind', () => {
    fc.assert(
      fc.property(piecesArbitrary, fc.nat(), (pieces, index) => {
        const events = eventsOf(pieces)
        const missing = index % (events.length - 1)
        const before = fold(events.slice(0, missing))
        const after = fold(events.filter((_, at) => at !== missing))
        expect(after).toEqual({ ...before, isBehind: true })
      }),
    )
  })

  it('[STORE1] a delta whose offset lies behind the text is a gap', () => {
    const events = eventsOf([{ type: 'text', text: 'Hello' }])
    const state = fold(events.slice(0, 3))
    const gap: ConversationEvent = {
      type: 'text-delta',
      seq: 4,
      messageId: replyId,
      partIndex: 0,
      offset: 9,
      text: '!',
    }
    expect(foldConversation(state, gap)).toEqual({ ...state, isBehind: true })
  })

  it('does not change the state it is given', () => {
    const events = eventsOf([{ type: 'text', text: 'Hello' }])
    const before = fold(events.slice(0, 3))
    const text = textOf(messageById(before, replyId) ?? { parts: [] })
    foldConversation(before, events[3] ?? expect.fail())
    expect(textOf(messageById(before, replyId) ?? { parts: [] })).toBe(text)
    expect(before.seq).toBe(3)
  })
})
