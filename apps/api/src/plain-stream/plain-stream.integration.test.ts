import { once } from 'node:events'
import { createServer, get, type ServerResponse } from 'node:http'
import { startMockModel } from '@livetype/mock-model/server'
import { wordTokens } from '@livetype/mock-model/tokens'
import { makeId, textOf } from '@livetype/protocol'
import { EventSource } from 'eventsource'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTestServer, type TestServer } from '../test-support/start-test-server.ts'

let model: Awaited<ReturnType<typeof startMockModel>>
let server: TestServer
const slowWords = 'mock-words:60;delay=5'
/** Longer than any test takes. */
const longWords = 'mock-words:4000;delay=5'

beforeAll(async () => {
  model = await startMockModel()
  server = await startTestServer({
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_MODELS: `mock-echo,${slowWords},${longWords},mock-cut`,
  })
})
afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await model?.[Symbol.asyncDispose]()
})

const path = (query: Record<string, string>) => `${server.url}/chat-stream?${new URLSearchParams(query)}`

/** The classic lines, as anybody would write them. */
function listen(url: string): Promise<{ text: string; done: Record<string, unknown>; opened: number }> {
  return new Promise((resolve) => {
    let text = ''
    let opened = 0
    const source = new EventSource(url)
    source.onopen = () => {
      opened += 1
    }
    source.onmessage = (event) => {
      text += event.data
    }
    source.addEventListener('done', (event) => {
      source.close()
      resolve({ text, done: JSON.parse(event.data), opened })
    })
  })
}

describe('GET /chat-stream', () => {
  it('types a reply to a plain EventSource and says how it ended', async () => {
    const { text, done } = await listen(path({ message: 'Two\nlines\n\n  and  spaces' }))
    expect(text).toBe('You said: Two\nlines\n\n  and  spaces')
    expect(done).toMatchObject({ status: 'completed' })
    const { messages } = await server.client.conversation.get.query({ conversationId: String(done.conversationId) })
    expect(messages.map(textOf)).toEqual(['Two\nlines\n\n  and  spaces', text])
  })

  it('[SUB1] resumes the same reply after a cut by its last id, without loss, and does not ask twice', async () => {
    const whole = await listen(path({ message: 'go', model: slowWords }))
    const cut = await readSome(
      path({ message: 'go', model: slowWords }),
      (body) => (body.match(/^data/gm)?.length ?? 0) >= 3,
    )
    const before = (await server.client.conversation.list.query()).conversations.length
    const rest = await readSome(
      path({ message: 'go', model: slowWords }),
      (body) => body.includes('event: done'),
      cut.lastId,
    )
    expect(cut.text + rest.text).toBe(whole.text)
    expect((await server.client.conversation.list.query()).conversations).toHaveLength(before)
  })

  it('[RUN9] types on where the reply is being continued, and [RUN10] takes nothing back that was taken back there', async () => {
    const ids = { conversationId: makeId(), messageId: makeId(), replyId: makeId() }
    const begin = { ...ids, parentId: null, text: 'go', modelId: longWords }
    const { reply } = await server.client.message.send.mutate(begin)
    const first = await readSome(path({}), (body) => body.length > 1_000, `${ids.replyId}.0`)
    await server.client.run.stop.mutate({ ...ids, runId: reply.runId })
    const [taken, second] = [makeId(), makeId()]
    const goOn = (runId: string, modelId: string) =>
      server.client.run.continue.mutate({ ...ids, messageId: ids.replyId, runId, modelId })
    await goOn(taken, longWords)
    const more = await readSome(path({}), (body) => body.length > 1_000, first.lastId)
    await server.client.run.undoContinue.mutate({ ...ids, runId: taken })
    await goOn(second, longWords)
    const rest = await readSome(path({}), (body) => body.length > 1_000, more.lastId)
    expect(
      wordTokens(4_000)
        .join('')
        .startsWith(first.text + more.text + rest.text),
    ).toBe(true)
    await server.client.run.stop.mutate({ ...ids, runId: second })
  })

  it('[RUN7] waits with a reply that waits, and types it when its turn has come', async () => {
    await using busy = await startTestServer({
      OPENAI_BASE_URL: model.baseUrl,
      OPENAI_MODELS: 'mock-echo,mock-stall',
      LIVETYPE_MAX_RUNS: '1',
    })
    const ids = { conversationId: makeId(), messageId: makeId(), replyId: makeId() }
    const first = await busy.client.message.send.mutate({ ...ids, parentId: null, text: 'go', modelId: 'mock-stall' })
    const listening = listen(`${busy.url}/chat-stream?message=hi`)
    await expect.poll(async () => (await busy.client.conversation.list.query()).conversations.length).toBe(2)
    await busy.client.run.stop.mutate({ ...ids, runId: first.reply.runId })
    expect(await listening).toMatchObject({ text: 'You said: hi', done: { status: 'completed' } })
  })

  it('[SUB6] gives its place back also where its client was gone before the reply began', async () => {
    const asked = Promise.withResolvers<ServerResponse>()
    // Tells its models when told to, and never answers a question.
    const slow = createServer((request, response) => {
      if (request.url?.endsWith('/models')) asked.resolve(response)
    }).listen(0, '127.0.0.1')
    await once(slow, 'listening')
    const address = slow.address()
    const port = typeof address === 'object' ? address?.port : undefined
    await using narrow = await startTestServer({
      OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
      LIVETYPE_MAX_STREAMS_PER_OWNER: '1',
    })
    const leaving = get(`${narrow.url}/chat-stream?message=go`)
    leaving.on('error', () => {})
    const models = await asked.promise
    const left = new Promise((resolve) => leaving.on('close', resolve))
    leaving.destroy()
    await left
    // By now the server has heard of it.
    await (await fetch(`${narrow.url}/livez`)).text()
    models.setHeader('content-type', 'application/json').end(JSON.stringify({ data: [{ id: 'silent' }] }))
    // It is asked all the same, and goes on (RUN2).
    await vi.waitFor(async () => {
      const { conversations } = await narrow.client.conversation.list.query()
      expect(conversations).toMatchObject([{ runningCount: 1 }])
    })
    const again = await fetch(`${narrow.url}/chat-stream?message=again`)
    expect(again.status).toBe(200)
    await again.body?.cancel()
    slow.close()
    slow.closeAllConnections()
  })

  it('answers 204 after the end, which ends an EventSource for good', async () => {
    const all = await readSome(path({ message: 'hi' }), (body) => body.includes('event: done'))
    expect(all.lastId).toBe('done')
    for (const id of ['done', 'nonsense', `${makeId()}.4`]) {
      const response = await fetch(path({ message: 'hi' }), { headers: { 'last-event-id': id } })
      expect(response.status).toBe(204)
    }
  })

  it('[RUN1] the same messageId is the same question', async () => {
    const messageId = makeId()
    const conversationId = makeId()
    await server.client.conversation.create.mutate({ conversationId })
    const first = await listen(path({ message: 'hi', messageId, conversationId }))
    const second = await listen(path({ message: 'hi', messageId, conversationId }))
    expect(second).toEqual(first)
    expect((await server.client.conversation.get.query({ conversationId })).messages).toHaveLength(2)
  })

  it('HEAD asks nothing', async () => {
    const before = await server.client.conversation.list.query()
    const response = await fetch(path({ message: 'hi' }), { method: 'HEAD' })
    expect(response.status).toBe(404)
    expect(await server.client.conversation.list.query()).toEqual(before)
  })

  it('goes on in a conversation', async () => {
    const first = await listen(path({ message: 'one' }))
    const conversationId = String(first.done.conversationId)
    await listen(path({ message: 'two', conversationId }))
    const { messages } = await server.client.conversation.get.query({ conversationId })
    expect(messages.map((message) => message.parentId)).toEqual([
      null,
      ...messages.slice(0, 3).map((message) => message.id),
    ])
  })

  it('says that a reply failed, with the reason, after what was written', async () => {
    const { text, done } = await listen(path({ message: 'hi', model: 'mock-cut' }))
    expect(text).not.toBe('')
    expect(done).toMatchObject({ status: 'failed', failure: { code: 'model-truncated' } })
  })

  it('[RUN1] the same messageId is the same question without a conversationId too', async () => {
    const messageId = makeId()
    const first = await listen(path({ message: 'hi', messageId }))
    const second = await listen(path({ message: 'hi', messageId }))
    expect(first.done).toMatchObject({ status: 'completed' })
    expect(second).toEqual(first)
  })

  it('[RUN1] the same messageId, asked in a conversation, is found there without naming it', async () => {
    const messageId = makeId()
    const conversationId = makeId()
    await server.client.conversation.create.mutate({ conversationId })
    const first = await listen(path({ message: 'hi', messageId, conversationId }))
    expect(await listen(path({ message: 'hi', messageId }))).toEqual(first)
  })

  it('[RUN1] the same messageId twice at the same time is one question', async () => {
    const messageId = makeId()
    const [first, second] = await Promise.all([1, 2].map(() => listen(path({ message: 'hi', messageId }))))
    expect(first?.done).toMatchObject({ status: 'completed' })
    expect(second).toEqual(first)
    const conversationId = String(first?.done.conversationId)
    expect((await server.client.conversation.get.query({ conversationId })).messages).toHaveLength(2)
  })

  it('a messageId that another text has is a conflict', async () => {
    const messageId = makeId()
    const conversationId = makeId()
    await server.client.conversation.create.mutate({ conversationId })
    await listen(path({ message: 'one', messageId, conversationId }))
    const response = await fetch(path({ message: 'another', messageId, conversationId }))
    expect(response.status).toBe(409)
    expect(await response.json()).toMatchObject({ error: { code: 'id-conflict' } })
  })

  it('[RUN3] a model server that is not there: the reply fails and names it, and the demo does not answer for it', async () => {
    await using lonely = await startTestServer({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' })
    for (const model of [undefined, 'llama']) {
      const query = new URLSearchParams({ message: 'hi', ...(model && { model }) })
      const { text, done } = await listen(`${lonely.url}/chat-stream?${query}`)
      expect(text).toBe('')
      expect(done).toMatchObject({
        status: 'failed',
        failure: { code: 'model-unreachable', message: expect.stringContaining('127.0.0.1:9'), isRetryable: true },
      })
      const { messages } = await lonely.client.conversation.get.query({ conversationId: String(done.conversationId) })
      expect(messages).toMatchObject([{ role: 'user' }, { modelName: model ?? '127.0.0.1:9' }])
    }
    const { done } = await listen(`${lonely.url}/chat-stream?message=hi&model=demo`)
    expect(done).toMatchObject({ status: 'completed' })
  })

  it.each([
    [{ message: '  ' }, 'invalid-input', 400],
    [{}, 'invalid-input', 400],
    [{ message: 'hi', conversationId: 'nobody-has-this' }, 'conversation-not-found', 404],
    [{ message: 'hi', model: 'no-such-model' }, 'model-not-found', 404],
  ])('tells what is wrong with %j: as the end to an EventSource, as JSON to others', async (query, code, status) => {
    const { done } = await listen(path(query))
    expect(done).toMatchObject({ status: 'failed', failure: { code } })
    const response = await fetch(path(query))
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ error: { code } })
  })
})

/** Reads until `isEnough`, then cuts the connection; the text and the last id as an EventSource would have them. */
async function readSome(url: string, isEnough: (body: string) => boolean, lastEventId?: string) {
  const headers = { accept: 'text/event-stream', ...(lastEventId && { 'last-event-id': lastEventId }) }
  const response = await fetch(url, { headers })
  let body = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    body += decoder.decode(chunk, { stream: true })
    if (isEnough(body)) break
  }
  const complete = body.slice(0, body.lastIndexOf('\n\n') + 2).split('\n\n')
  let text = ''
  let lastId = ''
  for (const frame of complete) {
    const lines = frame.split('\n')
    const id = lines.find((line) => line.startsWith('id: '))?.slice(4)
    if (id !== undefined) lastId = id
    if (lines.some((line) => line.startsWith('event: '))) continue
    text += lines.flatMap((line) => (line.startsWith('data: ') ? [line.slice(6)] : [])).join('\n')
  }
  return { text, lastId }
}
