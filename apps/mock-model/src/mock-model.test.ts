import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { documentTokens } from './documents.ts'
import { type MockModel, startMockModel } from './start-mock-model.ts'
import { wordTokens } from './tokens.ts'

let mock: MockModel
beforeAll(async () => {
  mock = await startMockModel()
})
afterAll(() => mock[Symbol.asyncDispose]())
beforeEach(() => mock.clearRequests())

function ask(model: string, options: { text?: string; stream?: boolean; signal?: AbortSignal } = {}) {
  return fetch(`${mock.baseUrl}/chat/completions`, {
    method: 'POST',
    ...(options.signal && { signal: options.signal }),
    body: JSON.stringify({
      model,
      stream: options.stream ?? true,
      messages: [{ role: 'user', content: options.text ?? 'Hello there' }],
    }),
  })
}

function textOf(body: string): string {
  const events = body.split('\n\n').filter((event) => event.startsWith('data: {'))
  const chunks = events.map((event) => JSON.parse(event.slice(6)))
  return chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('')
}

describe('mock model', () => {
  it('echoes the last user message as a stream that ends with [DONE]', async () => {
    const body = await (await ask('mock-echo')).text()
    expect(textOf(body)).toBe('You said: Hello there')
    expect(body.endsWith('data: [DONE]\n\n')).toBe(true)
  })

  it('answers without a stream where none is asked for', async () => {
    const completion = await (await ask('mock-echo', { stream: false })).json()
    expect(completion.choices[0].message.content).toBe('You said: Hello there')
  })

  it.each(['mock-words:100', 'mock-words:100;chunk=uneven', 'mock-fast:100;batch=8', 'mock-paced:100;rate=2000'])(
    '%s sends the same hundred tokens',
    async (model) => {
      expect(textOf(await (await ask(model)).text())).toBe(wordTokens(100).join(''))
    },
  )

  it('sends a document at a steady rate, the same one each time', async () => {
    const text = textOf(await (await ask('mock-document:300;rate=3000;shape=mixed')).text())
    expect(text).toBe(documentTokens('mixed', 300).join(''))
    expect(text).toMatch(/\*\*|`/)
  })

  it('obeys a directive in the message before the name of the model', async () => {
    expect((await ask('mock-echo', { text: 'please [[mock-unauthorized]]' })).status).toBe(401)
  })

  it('remembers what it was sent and that a peer left before the end', async () => {
    const leaving = new AbortController()
    const response = await ask('mock-stall:2', { signal: leaving.signal })
    expect(await mock.requests()).toMatchObject([{ model: 'mock-stall:2', outcome: 'open', hasKey: false }])
    leaving.abort()
    await expect(response.text()).rejects.toThrow()
    await expect.poll(mock.requests).toMatchObject([{ outcome: 'closed-by-peer' }])
  })
})
