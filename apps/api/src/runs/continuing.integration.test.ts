import { startMockModel } from '@livetype/mock-model/server'
import { wordTokens } from '@livetype/mock-model/tokens'
import { type AssistantMessage, makeId, textOf } from '@livetype/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { continueInstruction } from '../providers/continuation-turns.ts'
import { startTestServer, type TestServer } from '../test-support/start-test-server.ts'
import { ask, follow } from '../test-support/test-client.ts'

let model: Awaited<ReturnType<typeof startMockModel>>
let server: TestServer

const slowWords = 'mock-words:40;delay=5'
const repeating = 'mock-words:40;delay=5;repeat=60'
/** Longer than any test takes. */
const longWords = 'mock-words:4000;delay=5'
const whole = wordTokens(40).join('')
const endless = wordTokens(4_000).join('')

beforeAll(async () => {
  model = await startMockModel()
  server = await startTestServer({
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_MODELS: ['mock-echo', slowWords, repeating, longWords, 'mock-cut', 'mock-length', 'mock-stall', 'demo'].join(
      ',',
    ),
  })
})
afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await model?.[Symbol.asyncDispose]()
})

type Asked = Awaited<ReturnType<typeof ask>>

const client = () => server.client

/** Follows until the reply has some text: more than the repeating model repeats. */
async function untilText({ conversationId }: Asked): Promise<void> {
  let length = 0
  await follow(client(), { conversation: { id: conversationId } }, (event) => {
    if (event.type === 'text-delta') length += event.text.length
    return length > 70
  })
}

async function untilEnded({ conversationId }: Asked, runId: string): Promise<void> {
  await follow(
    client(),
    { conversation: { id: conversationId } },
    (event) => event.type === 'run-ended' && event.runId === runId,
  )
}

async function replyOf({ conversationId, replyId }: Asked): Promise<AssistantMessage> {
  const { messages } = await client().conversation.get.query({ conversationId })
  const reply = messages.find((message) => message.id === replyId)
  if (reply?.role !== 'assistant') throw new Error('the reply is gone')
  return reply
}

async function stopped(modelId: string): Promise<Asked> {
  const asked = await ask(client(), 'go', { modelId })
  await untilText(asked)
  await client().run.stop.mutate(asked)
  return asked
}

const goOn = ({ conversationId, replyId }: Asked, runId: string, modelId?: string) =>
  client().run.continue.mutate({ conversationId, messageId: replyId, runId, ...(modelId && { modelId }) })

const conflict = { data: { failure: { code: 'reply-conflict', isRetryable: false } } }

describe('going on with a reply', () => {
  it.each([slowWords, repeating])(
    '[RUN9] one that was stopped becomes the whole, in the same message, with nothing twice: %s',
    async (modelId) => {
      const asked = await stopped(modelId)
      const before = await replyOf(asked)
      expect(textOf(before).length).toBeLessThan(whole.length)
      const runId = makeId()
      const { reply } = await goOn(asked, runId, modelId)
      expect(reply).toMatchObject({ id: asked.replyId, runId, parts: before.parts, reply: { status: 'running' } })
      await untilEnded(asked, runId)
      const after = await replyOf(asked)
      expect(after).toMatchObject({ parts: [{ type: 'text', text: whole }], reply: { status: 'completed' } })
      expect(after.earlierRuns).toMatchObject([{ runId: asked.runId, partLengths: [textOf(before).length] }])
      expect((await client().conversation.get.query(asked)).messages).toHaveLength(2)
    },
  )

  it('[RUN9] gives the model what is there, and asks it to go on', async () => {
    const asked = await stopped(slowWords)
    const written = textOf(await replyOf(asked))
    await model.clearRequests()
    const runId = makeId()
    await goOn(asked, runId, slowWords)
    await untilEnded(asked, runId)
    const [request] = await model.requests()
    expect(Object(request?.body).messages.slice(1)).toEqual([
      { role: 'user', content: 'go' },
      { role: 'assistant', content: written },
      { role: 'user', content: continueInstruction },
    ])
  })

  it.each(['mock-cut', 'mock-length'])(
    '[RUN9] one that %s ended early goes on, by another model too',
    async (modelId) => {
      const asked = await ask(client(), 'go', { modelId })
      await untilEnded(asked, asked.runId)
      const before = textOf(await replyOf(asked))
      const runId = makeId()
      await goOn(asked, runId, slowWords)
      await untilEnded(asked, runId)
      const after = await replyOf(asked)
      expect(after).toMatchObject({ modelId: slowWords, reply: { status: 'completed' } })
      expect(textOf(after)).toBe(whole)
      expect(after.earlierRuns).toMatchObject([{ modelId, partLengths: [before.length] }])
    },
  )

  it('[RUN1] [RUN9] the same id is the same run, at once and after its end', async () => {
    const asked = await stopped(slowWords)
    const runId = makeId()
    const answers = await Promise.all(Array.from({ length: 20 }, () => goOn(asked, runId, slowWords)))
    expect(new Set(answers.map(({ reply }) => reply.runId))).toEqual(new Set([runId]))
    await untilEnded(asked, runId)
    expect((await goOn(asked, runId, slowWords)).reply).toMatchObject({ reply: { status: 'completed' } })
    expect((await replyOf(asked)).earlierRuns).toHaveLength(1)
  })

  it('[RUN9] a reply that is complete, or being written, is not gone on with', async () => {
    const complete = await ask(client(), 'hi')
    await untilEnded(complete, complete.runId)
    await expect(goOn(complete, makeId())).rejects.toMatchObject(conflict)
    const open = await ask(client(), 'go', { modelId: 'mock-stall' })
    await expect(goOn(open, makeId())).rejects.toMatchObject(conflict)
    await expect(goOn({ ...complete, replyId: complete.messageId }, makeId())).rejects.toMatchObject({
      data: { failure: { code: 'message-not-found' } },
    })
    await client().run.stop.mutate(open)
    await expect(goOn(open, complete.runId)).rejects.toMatchObject({ data: { failure: { code: 'id-conflict' } } })
  })

  it('[RUN4] [RUN9] what is gone on with can be stopped, and gone on with again', async () => {
    const asked = await stopped(longWords)
    const [second, third] = [makeId(), makeId()]
    await goOn(asked, second, longWords)
    await client().run.stop.mutate({ ...asked, runId: second })
    await goOn(asked, third, slowWords)
    await untilEnded(asked, third)
    const reply = await replyOf(asked)
    expect(reply).toMatchObject({ reply: { status: 'completed' } })
    expect(endless.startsWith(textOf(reply))).toBe(true)
    expect(reply.earlierRuns?.map((run) => run.runId)).toEqual([asked.runId, second])
  })
})

describe('taking back', () => {
  const undo = ({ conversationId }: Asked, runId: string) => client().run.undoContinue.mutate({ conversationId, runId })

  it('[RUN10] brings back what was there, once, and does not begin again', async () => {
    const asked = await stopped(slowWords)
    const before = await replyOf(asked)
    const runId = makeId()
    await goOn(asked, runId, slowWords)
    await untilEnded(asked, runId)
    await Promise.all([undo(asked, runId), undo(asked, runId)])
    await undo(asked, runId)
    expect(await replyOf(asked)).toEqual(before)
    // A request that was repeated late.
    expect((await goOn(asked, runId, slowWords)).reply).toEqual(before)
    expect(await replyOf(asked)).toEqual(before)
  })

  it('[RUN10] stops what is still being written first', async () => {
    const asked = await stopped(slowWords)
    const before = await replyOf(asked)
    const runId = makeId()
    await goOn(asked, runId, longWords)
    await undo(asked, runId)
    expect(await replyOf(asked)).toEqual(before)
    expect((await client().conversation.get.query(asked)).conversation.runningCount).toBe(0)
  })

  it('[RUN10] takes back the last run alone', async () => {
    const asked = await stopped(longWords)
    const [second, third] = [makeId(), makeId()]
    for (const runId of [second, third]) {
      await goOn(asked, runId, longWords)
      await client().run.stop.mutate({ ...asked, runId })
    }
    await expect(undo(asked, asked.runId)).rejects.toMatchObject(conflict)
    await expect(undo(asked, second)).rejects.toMatchObject(conflict)
    await expect(undo(asked, makeId())).rejects.toMatchObject({ data: { failure: { code: 'run-not-found' } } })
    await undo(asked, third)
    await undo(asked, second)
    expect((await replyOf(asked)).earlierRuns).toBeUndefined()
  })

  it('[STORE3] is told to followers as events', async () => {
    const asked = await stopped(slowWords)
    const { cursor } = await client().conversation.get.query(asked)
    const runId = makeId()
    await goOn(asked, runId, slowWords)
    await untilEnded(asked, runId)
    await undo(asked, runId)
    const { events } = await follow(
      client(),
      { conversation: { id: asked.conversationId, cursor } },
      (event) => event.type === 'run-undone',
    )
    const own = events.filter((event) => 'runId' in event && event.runId === runId).map((event) => event.type)
    expect(own).toEqual(['run-started', 'run-ended', 'run-undone'])
  })
})
