import { ChatError, messageById } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import { settle } from './test-support/fake-clock.ts'
import type { FakeServer } from './test-support/fake-server.ts'
import { a, oneTurn, refusal } from './test-support/one-turn.ts'
import { createTestStore } from './test-support/test-store.ts'

describe('going on with a reply', () => {
  /** A conversation whose last reply was stopped in mid-word. */
  async function stoppedStore() {
    const test = createTestStore((server) => {
      oneTurn(server)
      server.addTurn(a, { messageId: 'question-2', replyId: 'reply-of-2', parentId: 'reply-of-1' })
      server.write(a, 'reply-of-2', 'half an ans')
      server.end(a, 'reply-of-2', 'stopped')
    })
    test.store.open(a)
    await test.flow()
    return test
  }

  /** As another device does. */
  async function takeBack({ api, truth }: FakeServer) {
    const reply = messageById(truth(a), 'reply-of-2')
    if (reply?.role !== 'assistant' || !reply.earlierRuns) throw new Error('it was not gone on with')
    await api.undoContinue({ conversationId: a, runId: reply.runId })
  }

  it('[RUN9] shows it as begun at once, and then goes on in the same message', async () => {
    const { store, server, flow, ready, view, texts } = await stoppedStore()
    const done = store.continueReply(a, 'reply-of-2')
    expect(view(a, 'reply-of-2')).toMatchObject({ delivery: 'sending', message: { reply: { status: 'running' } } })
    expect(ready(a).running.map(({ id }) => id)).toEqual(['reply-of-2'])
    await flow()
    await done
    expect(view(a, 'reply-of-2')).toMatchObject({ delivery: 'sent', message: { earlierRuns: [{ partLengths: [11] }] } })
    server.write(a, 'reply-of-2', 'wer')
    await flow()
    expect(texts(a).at(-1)).toBe('half an answer')
    expect(ready(a).messageIds).toHaveLength(4)
  })

  it('[RUN9] twice at once is once, and what is complete is not gone on with', async () => {
    const { store, server, flow } = await stoppedStore()
    const done = store.continueReply(a, 'reply-of-2')
    await expect(store.continueReply(a, 'reply-of-2')).rejects.toMatchObject({ code: 'reply-conflict' })
    await expect(store.continueReply(a, 'reply-of-1')).rejects.toMatchObject({ code: 'reply-conflict' })
    await flow()
    await done
    expect(server.calls.filter((name) => name === 'continueReply')).toHaveLength(1)
  })

  it('[RUN1] asks again where an answer was lost, for the same run', async () => {
    const { store, server, flow, clock, view } = await stoppedStore()
    server.streams[0]?.cut()
    server.fate('continueReply', 'answer-lost')
    const done = store.continueReply(a, 'reply-of-2')
    await clock.advance(20_000)
    await done
    await flow()
    expect(view(a, 'reply-of-2')).toMatchObject({ message: { earlierRuns: [{ runId: 'run-of-reply-of-2' }] } })
  })

  it('[RUN10] is over where another device takes it back before it is asked for again, and shows what comes then', async () => {
    const { store, server, flow, clock, view } = await stoppedStore()
    server.fate('continueReply', 'answer-lost')
    const done = store.continueReply(a, 'reply-of-2')
    await settle()
    await takeBack(server)
    await flow()
    await clock.advance(20_000)
    await done
    await flow()
    expect(view(a, 'reply-of-2')).toMatchObject({ delivery: 'sent', message: { reply: { status: 'stopped' } } })
    await server.api.continueReply({ conversationId: a, messageId: 'reply-of-2', runId: 'run-of-another' })
    await flow()
    expect(view(a, 'reply-of-2')).toMatchObject({ message: { runId: 'run-of-another', reply: { status: 'running' } } })
  })

  it('[RUN10] is over where another device takes it back while its answer is on its way', async () => {
    const { store, server, flow, ready, view } = await stoppedStore()
    server.isHolding = true
    const done = store.continueReply(a, 'reply-of-2')
    await settle()
    server.isHolding = false
    const answer = server.held.shift()
    answer?.perform()
    await flow()
    await takeBack(server)
    await flow()
    answer?.finish('answered')
    await done
    await flow()
    expect(view(a, 'reply-of-2')).toMatchObject({ message: { reply: { status: 'stopped' } } })
    expect(ready(a).running).toEqual([])
  })

  it('shows the reply as it was where the server refuses', async () => {
    const { store, server, flow, view } = await stoppedStore()
    const before = view(a, 'reply-of-2')
    server.refuse('continueReply', new ChatError('model-not-found', 'No such model.'))
    const outcome = store.continueReply(a, 'reply-of-2').catch((error: unknown) => error)
    await flow()
    expect(await outcome).toMatchObject({ code: 'model-not-found' })
    expect(view(a, 'reply-of-2')).toEqual(before)
  })

  it('[RUN4] stops a reply that was still to go on', async () => {
    const { store, server, flow, view } = await stoppedStore()
    server.isHolding = true
    const done = store.continueReply(a, 'reply-of-2')
    const stopped = store.stop(a)
    server.isHolding = false
    await Promise.resolve()
    server.held.shift()?.finish('answered')
    await flow()
    await Promise.all([done, stopped])
    await flow()
    expect(view(a, 'reply-of-2')).toMatchObject({
      message: { reply: { status: 'stopped' }, earlierRuns: [{ runId: 'run-of-reply-of-2' }] },
    })
  })

  it('[RUN10] what it was continued with is gone from sight at once, and comes back where the server refuses', async () => {
    const { store, server, flow, texts, view } = await stoppedStore()
    await Promise.all([store.continueReply(a, 'reply-of-2'), flow()])
    server.write(a, 'reply-of-2', 'wer')
    server.end(a, 'reply-of-2')
    await flow()
    server.refuse('undoContinue', refusal())
    const outcome = store.undoContinue(a, 'reply-of-2').catch((error: unknown) => error)
    expect(texts(a).at(-1)).toBe('half an ans')
    expect(view(a, 'reply-of-2').delivery).toBe('sent')
    await flow()
    expect(await outcome).toMatchObject({ code: 'storage-failed' })
    expect(texts(a).at(-1)).toBe('half an answer')
    await Promise.all([store.undoContinue(a, 'reply-of-2'), flow()])
    await flow()
    expect(texts(a).at(-1)).toBe('half an ans')
    expect(view(a, 'reply-of-2')).toMatchObject({ message: { reply: { status: 'stopped' } } })
    await expect(store.undoContinue(a, 'reply-of-2')).rejects.toMatchObject({ code: 'reply-conflict' })
  })
})
