import { ChatError, messageById, textOf } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import { createTestAsker, readAll } from './test-support/test-asker.ts'
import { UnfinishedReplyError } from './unfinished-reply-error.ts'

const text = 'What is a log?'
const known = 'conversation-a'

describe('an answer', () => {
  it('[ASK1] [ASK2] tells how the reply began, its text and how it ended, then lets go of everything', async () => {
    const { ask, server, clock, flow, write, end } = createTestAsker()
    const answer = ask({ text })
    const reading = readAll(answer)
    await flow()
    await write(answer.conversationId, 'A list ')
    await write(answer.conversationId, 'of events.')
    await end(answer.conversationId)
    expect(reading.events.map(({ type }) => type)).toEqual(['run-started', 'text-delta', 'text-delta', 'run-ended'])
    expect(reading).toMatchObject({ text: 'A list of events.', outcome: 'ended' })
    expect(await answer.text()).toBe('A list of events.')
    expect([server.streams.length, clock.waiting]).toEqual([0, 0])
    expect(server.calls).toEqual(['sendMessage', 'stream'])
  })

  it('[SUB3] gives a slow reader fewer, larger deltas', async () => {
    const { ask, flow, write, end } = createTestAsker()
    const answer = ask({ text })
    await flow()
    for (const word of ['one ', 'two ', 'three']) await write(answer.conversationId, word)
    await end(answer.conversationId)
    const reading = readAll(answer)
    await flow()
    expect(reading.events.map(({ type }) => type)).toEqual(['run-started', 'text-delta', 'run-ended'])
    expect(reading.text).toBe('one two three')
  })

  it('rejects its text with what was written where the reply did not come to its end', async () => {
    const { ask, server, flow, write, runningIn } = createTestAsker()
    const answer = ask({ text })
    const whole = answer.text()
    const reading = readAll(answer)
    await flow()
    await write(answer.conversationId, 'half')
    server.end(answer.conversationId, runningIn(answer.conversationId), 'interrupted')
    await Promise.all([flow(), expect(whole).rejects.toBeInstanceOf(UnfinishedReplyError)])
    await expect(whole).rejects.toMatchObject({ code: 'run-interrupted', status: 'interrupted', text: 'half' })
    expect(reading.outcome).toBe('ended')
    expect(reading.events.at(-1)).toMatchObject({ type: 'run-ended', status: 'interrupted' })
  })

  it('fails with the server’s word where the question is refused', async () => {
    const { ask, server, clock, flow } = createTestAsker()
    server.refuse('sendMessage', new ChatError('model-not-found', 'There is no model "x".'))
    const answer = ask({ text, model: 'x' })
    const reading = readAll(answer)
    await flow()
    expect(reading).toMatchObject({ events: [], outcome: { error: { code: 'model-not-found' } } })
    await expect(answer.text()).rejects.toMatchObject({ code: 'model-not-found' })
    expect([server.streams.length, clock.waiting]).toEqual([0, 0])
  })
})

describe('a reply over faults', () => {
  it('[RUN1] asks once, however often the answer to the question is lost', async () => {
    const { ask, server, clock, flow, write, end } = createTestAsker()
    server.fate('sendMessage', 'answer-lost', 'unheard', 'answer-lost')
    const answer = ask({ text })
    const reading = readAll(answer)
    await settleWithTime(flow, clock.advance)
    await write(answer.conversationId, 'once')
    await end(answer.conversationId)
    expect(reading).toMatchObject({ text: 'once', outcome: 'ended' })
    expect(server.truth(answer.conversationId).messageIds).toHaveLength(2)
  })

  it('[ASK1] goes on after a cut where it was', async () => {
    const { ask, server, flow, write, end } = createTestAsker()
    const answer = ask({ text })
    const reading = readAll(answer)
    await flow()
    await write(answer.conversationId, 'before ')
    server.streams[0]?.cut()
    await write(answer.conversationId, 'after')
    await end(answer.conversationId)
    expect(reading.text).toBe('before after')
  })

  it('[SUB2] reads a snapshot after a reset and goes on by offsets', async () => {
    const { ask, server, flow, write, end } = createTestAsker()
    const answer = ask({ text })
    const reading = readAll(answer)
    await flow()
    await write(answer.conversationId, 'before ')
    server.streams[0]?.cut()
    server.logs.beginEpoch()
    await write(answer.conversationId, 'after')
    await end(answer.conversationId)
    expect(reading).toMatchObject({ text: 'before after', outcome: 'ended' })
    expect(server.calls).toContain('getConversation')
  })

  it('[STORE1] fills a gap by a snapshot and skips what comes twice', async () => {
    const { ask, server, flow, write, end } = createTestAsker()
    const answer = ask({ text })
    const reading = readAll(answer)
    await flow()
    const [reply = ''] = server.truth(answer.conversationId).running.keys()
    server.write(answer.conversationId, reply, 'lost ')
    server.streams[0]?.deliver({ fault: 'drop' })
    await write(answer.conversationId, 'found ')
    server.write(answer.conversationId, reply, 'twice')
    server.streams[0]?.deliver({ fault: 'again-from-the-start' })
    await end(answer.conversationId)
    expect(reading).toMatchObject({ text: 'lost found twice', outcome: 'ended' })
  })

  it('[ASK1] never mixes what it has told with another text, as of a database that was restored', async () => {
    const { ask, server, flow, write } = createTestAsker()
    const answer = ask({ text })
    const reading = readAll(answer)
    await flow()
    await write(answer.conversationId, 'the first ')
    await write(answer.conversationId, 'history')
    server.streams[0]?.cut()
    server.logs.beginEpoch(1)
    await write(answer.conversationId, 'future')
    expect(reading.text).toBe('the first history')
    expect(reading.outcome).toMatchObject({ error: { code: 'internal', isRetryable: false } })
  })

  it('says so where the server no longer knows of the question', async () => {
    const { ask, server, flow, write } = createTestAsker()
    server.addConversation(known)
    server.addTurn(known, { messageId: 'question-1', replyId: 'first-reply', parentId: null })
    server.end(known, 'first-reply')
    const answer = ask({ text, conversationId: known })
    const reading = readAll(answer)
    await flow()
    await write(known, 'gone')
    server.streams[0]?.cut()
    server.logs.beginEpoch(3)
    await flow()
    expect(reading.outcome).toMatchObject({ error: { code: 'message-not-found' } })
  })

  it('[SUB5] is given up with the server’s own word where it answered, but did not take the question for too long', async () => {
    const { ask, server, clock, flow } = createTestAsker({ patienceMs: 20_000 })
    const full = new ChatError('too-many-runs', '200 replies are waiting.', { isRetryable: true })
    server.refuse('sendMessage', ...Array.from({ length: 50 }, () => full))
    const reading = readAll(ask({ text }))
    await flow()
    await clock.advance(25_000)
    expect(reading.outcome).toMatchObject({ error: { code: 'too-many-runs', isRetryable: true } })
    expect([server.streams.length, clock.waiting]).toEqual([0, 0])
  })

  it('[ASK1] [ASK2] is given up when the server was out of reach for too long', async () => {
    const { ask, server, clock, flow, write } = createTestAsker({ patienceMs: 20_000 })
    const answer = ask({ text })
    const reading = readAll(answer)
    await flow()
    await write(answer.conversationId, 'half')
    server.streams[0]?.cut()
    await clock.advance(15_000)
    expect(reading.outcome).toBe('reading')
    await clock.advance(10_000)
    expect(reading.outcome).toMatchObject({ error: { code: 'internal', isRetryable: true } })
    expect([server.streams.length, clock.waiting]).toEqual([0, 0])
  })
})

describe('leaving a reply', () => {
  it('[ASK2] [RUN4] stops the model when the loop is left early', async () => {
    const { ask, server, clock, flow, write } = createTestAsker()
    const answer = ask({ text })
    const left = (async () => {
      for await (const event of answer) if (event.type === 'text-delta') break
    })()
    await flow()
    await write(answer.conversationId, 'enough')
    await left
    expect(replyIn(server.truth(answer.conversationId))).toMatchObject({ reply: { status: 'stopped' } })
    await expect(answer.text()).rejects.toMatchObject({ status: 'stopped', text: 'enough' })
    expect([server.streams.length, clock.waiting]).toEqual([0, 0])
  })

  it('leaves the model alone where the whole text is waited for as well', async () => {
    const { ask, server, flow, write, end } = createTestAsker()
    const answer = ask({ text })
    const whole = answer.text()
    const left = (async () => {
      for await (const event of answer) if (event.type === 'text-delta') break
    })()
    await flow()
    await write(answer.conversationId, 'and ')
    await left
    await write(answer.conversationId, 'on')
    await end(answer.conversationId)
    expect(await whole).toBe('and on')
    expect(server.calls).not.toContain('stopRun')
  })

  it('[ASK2] [RUN4] stops the model when the signal aborts, and throws its reason', async () => {
    const { ask, server, clock, flow, write } = createTestAsker()
    const controller = new AbortController()
    const answer = ask({ text, signal: controller.signal })
    const reading = readAll(answer)
    await flow()
    await write(answer.conversationId, 'half')
    controller.abort()
    await flow()
    expect(reading.outcome).toEqual({ error: controller.signal.reason })
    expect(replyIn(server.truth(answer.conversationId))).toMatchObject({ reply: { status: 'stopped' } })
    await expect(answer.text()).rejects.toBe(controller.signal.reason)
    expect([server.streams.length, clock.waiting]).toEqual([0, 0])
  })

  it('asks nothing where the signal has aborted before', async () => {
    const { ask, server, flow } = createTestAsker()
    const reading = readAll(ask({ text, signal: AbortSignal.abort('not today') }))
    await flow()
    expect(reading.outcome).toEqual({ error: 'not today' })
    expect(server.calls).toEqual([])
  })

  it('stops what was asked although the answer was lost, and does not ask again for it', async () => {
    const { ask, server, flow } = createTestAsker()
    const controller = new AbortController()
    server.isHolding = true
    const answer = ask({ text, signal: controller.signal })
    const reading = readAll(answer)
    await flow()
    controller.abort()
    await flow()
    expect(reading.outcome).toEqual({ error: controller.signal.reason })
    server.isHolding = false
    server.held.find(({ name }) => name === 'sendMessage')?.finish('answer-lost')
    await flow()
    expect(server.calls.filter((name) => name === 'sendMessage')).toHaveLength(1)
    expect(replyIn(server.truth(answer.conversationId))).toMatchObject({ reply: { status: 'stopped' } })
  })
})

describe('many questions', () => {
  it('take turns in one conversation, each after the reply before', async () => {
    const { ask, server, flow, write, end } = createTestAsker()
    const first = ask({ text: 'one' })
    const second = ask({ text: 'two', conversationId: first.conversationId })
    const reading = readAll(second)
    await flow()
    expect(server.calls.filter((name) => name === 'sendMessage')).toHaveLength(1)
    await write(first.conversationId, 'first')
    await end(first.conversationId)
    await write(first.conversationId, 'second')
    await end(first.conversationId)
    expect(reading).toMatchObject({ text: 'second', outcome: 'ended' })
    const { settled, messageIds } = server.truth(first.conversationId)
    expect(messageIds.map((id) => settled.get(id)?.parentId ?? null)).toEqual([null, ...messageIds.slice(0, 3)])
  })

  it('begin a conversation of that id where it names none', async () => {
    const { ask, server, flow, write, end } = createTestAsker()
    const reading = readAll(ask({ text, conversationId: 'ticket-4711' }))
    await flow()
    await write('ticket-4711', 'a new one')
    await end('ticket-4711')
    expect(reading).toMatchObject({ text: 'a new one', outcome: 'ended' })
    expect(server.truth('ticket-4711').messageIds).toHaveLength(2)
  })

  it('hold no more streams than there are places, and wait for no reader', async () => {
    const { ask, server, flow, end } = createTestAsker({ maxOpenReplies: 2 })
    const answers = [1, 2, 3, 4, 5].map((number) => ask({ text: `question ${number}` }))
    for (const { conversationId } of answers) {
      await flow()
      expect(server.streams.length).toBeLessThanOrEqual(2)
      await end(conversationId)
    }
    expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['', '', '', '', ''])
    expect(server.streams).toEqual([])
  })

  it('give their place and their turn back where they fail or are left before it is their turn', async () => {
    const { ask, server, flow, end } = createTestAsker({ maxOpenReplies: 1 })
    server.refuse('sendMessage', new ChatError('model-not-found', 'There is no such model.'))
    const refused = readAll(ask({ text, conversationId: known }))
    const controller = new AbortController()
    const left = readAll(ask({ text, conversationId: known, signal: controller.signal }))
    const last = ask({ text, conversationId: known })
    controller.abort('too late')
    await flow()
    expect(refused.outcome).toMatchObject({ error: { code: 'model-not-found' } })
    expect(left.outcome).toEqual({ error: 'too late' })
    await end(known)
    expect(await last.text()).toBe('')
    expect(server.calls.filter((name) => name === 'sendMessage')).toHaveLength(2)
  })
})

async function settleWithTime(flow: () => Promise<void>, advance: (ms: number) => Promise<void>): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) {
    await flow()
    await advance(400)
  }
}

function replyIn(state: Parameters<typeof messageById>[0]) {
  const reply = messageById(state, state.messageIds.at(-1) ?? '')
  return reply && { ...reply, text: textOf(reply) }
}
