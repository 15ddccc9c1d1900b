import { ChatError, messagePath, textOf } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import type { FakeServer } from './test-support/fake-server.ts'
import { createTestStore } from './test-support/test-store.ts'

const a = 'conversation-a'
const turns = 40
/** Read with the conversation: the last two turns. */
const recentMessages = 4

function longConversation(server: FakeServer): void {
  server.addConversation(a)
  for (let turn = 1; turn <= turns; turn += 1) {
    const parentId = turn === 1 ? null : `answer-of-${turn - 1}`
    server.addTurn(a, { messageId: `question-${turn}`, replyId: `answer-of-${turn}`, parentId })
    server.write(a, `answer-of-${turn}`, `answer ${turn}`)
    server.end(a, `answer-of-${turn}`)
  }
}

async function openedStore() {
  const test = createTestStore(longConversation, { recentMessages })
  test.store.open(a)
  await test.flow()
  const textOfReply = (turn: number) => {
    const view = test.store.message(a, `answer-of-${turn}`).get()
    return view && textOf(view.message)
  }
  const look = (turn: number) => test.store.message(a, `answer-of-${turn}`).subscribe(() => undefined)
  const asked = () => test.server.calls.filter((name) => name === 'getMessages').length
  return { ...test, textOfReply, look, asked }
}

describe('a conversation that is read in part', () => {
  it('[PAGE1] has all of its path, and the last messages at once', async () => {
    const { ready, server, textOfReply, asked } = await openedStore()
    expect(ready(a).messageIds).toEqual(messagePath(server.truth(a)))
    expect(textOfReply(turns)).toBe(`answer ${turns}`)
    expect(textOfReply(turns - 1)).toBe(`answer ${turns - 1}`)
    expect(asked()).toBe(0)
  })

  it('[PAGE1] reads what is looked at, with its neighbours, in one request', async () => {
    const { look, flow, clock, textOfReply, asked } = await openedStore()
    for (const turn of [20, 21, 22]) look(turn)
    expect(textOfReply(20)).toBeUndefined()
    await clock.advance(0)
    await flow()
    expect([20, 21, 22, 16, 25].map(textOfReply)).toEqual([20, 21, 22, 16, 25].map((turn) => `answer ${turn}`))
    expect(asked()).toBe(1)
  })

  it('[PAGE1] [TREE1] chooses a version that is yet to be read', async () => {
    const { store, server, flow, clock, ready, view } = await openedStore()
    server.addTurn(a, { messageId: 'question-1b', replyId: 'answer-of-1b', parentId: null })
    server.end(a, 'answer-of-1b')
    await flow()
    expect(ready(a).messageIds).toEqual(['question-1b', 'answer-of-1b'])
    await store.chooseBranch(a, 'question-1').catch(() => undefined)
    store.message(a, 'question-1').subscribe(() => undefined)
    await clock.advance(0)
    await flow()
    expect(ready(a).messageIds).toHaveLength(2 * turns)
    expect(view(a, 'question-1').delivery).toBe('sent')
  })

  it('[PAGE1] keeps in sight what is looked at when it has to be read anew', async () => {
    const { store, server, look, flow, clock, textOfReply, asked } = await openedStore()
    look(20)
    await clock.advance(0)
    await flow()
    const seen: unknown[] = []
    store.message(a, 'answer-of-20').subscribe(() => seen.push(textOfReply(20)))
    for (const stream of server.streams) stream.cut()
    server.logs.beginEpoch()
    await clock.advance(15_000)
    await flow()
    expect(server.calls.filter((name) => name === 'getConversation').length).toBeGreaterThan(1)
    expect(textOfReply(20)).toBe('answer 20')
    expect(seen).not.toContain(undefined)
    expect(asked()).toBe(1)
  })

  it('[PAGE1] does not take what was read before an event that outdates it', async () => {
    const { store, server, look, flow, clock, view } = await openedStore()
    server.isHolding = true
    look(20)
    await clock.advance(0)
    const [late] = server.held.splice(0)
    late?.perform()
    const feedback = { rating: 'up' as const }
    server.logs.append(a, { type: 'feedback-given', messageId: 'answer-of-21', feedback })
    await flow()
    for (const call of server.held.splice(0)) call.finish('answered')
    await flow()
    late?.finish('answered')
    server.isHolding = false
    await flow()
    store.message(a, 'answer-of-21').subscribe(() => undefined)
    await clock.advance(0)
    await flow()
    expect(view(a, 'answer-of-21').message).toMatchObject({ feedback })
  })

  it('[PAGE1] asks again once the server can be reached', async () => {
    const { server, look, flow, clock, textOfReply } = await openedStore()
    const failure = new ChatError('internal', 'No connection.', { isRetryable: true })
    server.refuse('getMessages', ...Array.from({ length: 6 }, () => failure))
    look(20)
    await clock.advance(0)
    await flow()
    expect(textOfReply(20)).toBeUndefined()
    for (let turn = 0; turn < 6; turn += 1) {
      await clock.advance(30_000)
      await flow()
    }
    expect(textOfReply(20)).toBe('answer 20')
  })

  it('[PAGE1] asks no more for what the server refuses', async () => {
    const { server, look, flow, clock, asked } = await openedStore()
    server.refuse('getMessages', new ChatError('conversation-not-found', 'No such conversation.'))
    look(20)
    await clock.advance(60_000)
    await flow()
    expect(asked()).toBe(1)
  })

  it('[PAGE1] reads all of the path for whoever needs it', async () => {
    const { store, textOfReply } = await openedStore()
    await store.readPath(a)
    for (let turn = 1; turn <= turns; turn += 1) expect(textOfReply(turn)).toBe(`answer ${turn}`)
  })
})
