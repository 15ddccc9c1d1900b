import { type MockModel, startMockModel } from '@livetype/mock-model/server'
import { tokensOf, wordTokens } from '@livetype/mock-model/tokens'
import { ChatError } from '@livetype/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Clock } from '../clock.ts'
import { continuationTurns } from '../continuation-turns.ts'
import type { Provider, ReplyPart, Turn } from '../provider.ts'
import { createOpenAiProvider, type OpenAiProviderOptions } from './openai-provider.ts'

let mock: MockModel
beforeAll(async () => {
  mock = await startMockModel()
})
afterAll(() => mock[Symbol.asyncDispose]())
beforeEach(() => mock.clearRequests())

/** Deadlines that never pass on the hasty clock. */
const patient = { headersMs: 1e9, firstContentMs: 1e9, betweenContentsMs: 1e9 }

/** A clock on which waits of less than a minute are over at once, and longer ones never are. */
function hastyClock(): Clock {
  let time = 0
  return {
    now: () => time,
    after(ms, callback) {
      if (ms >= 60_000) return () => undefined
      const immediate = setImmediate(() => {
        time += ms
        callback()
      })
      return () => clearImmediate(immediate)
    },
  }
}

function provider(options: Partial<OpenAiProviderOptions> = {}): Provider {
  return createOpenAiProvider({ id: 'test', baseUrl: mock.baseUrl, apiKey: 'sk-secret-key', maxRetries: 0, ...options })
}

interface Collected {
  text: string
  reasoning: string
  /** The parts that are neither text nor reasoning. */
  ending: ReplyPart[]
  error: ChatError | undefined
}

async function collect(
  modelId: string,
  options: { provider?: Provider; signal?: AbortSignal; turns?: readonly Turn[]; onText?: (text: string) => void } = {},
): Promise<Collected> {
  const { signal = new AbortController().signal, turns = [{ role: 'user', text: 'Hello there' }] } = options
  const collected: Collected = { text: '', reasoning: '', ending: [], error: undefined }
  try {
    for await (const parts of (options.provider ?? provider()).reply({ modelId, turns, signal })) {
      expect(parts).not.toHaveLength(0)
      for (const part of parts) {
        if (part.type === 'text') collected.text += part.text
        else if (part.type === 'reasoning') collected.reasoning += part.text
        else collected.ending.push(part)
      }
      options.onText?.(collected.text)
    }
  } catch (error) {
    if (!(error instanceof ChatError)) throw error
    collected.error = error
  }
  return collected
}

const stop: ReplyPart = { type: 'finish', reason: 'stop' }
const usage = (inputTokens: number, outputTokens: number): ReplyPart => ({
  type: 'usage',
  usage: { inputTokens, outputTokens },
})

describe('a complete reply', () => {
  it.each([
    ['mock-words:20', wordTokens(20).join('')],
    ['mock-uneven:20', wordTokens(20).join('')],
    ['mock-split:20', wordTokens(20).join('')],
    ['mock-crlf:20', wordTokens(20).join('')],
    ['mock-crlf:20;chunk=1', wordTokens(20).join('')],
    ['mock-comments:20', wordTokens(20).join('')],
    ['mock-azure:10', wordTokens(10).join('')],
    ['mock-null-content:10', wordTokens(10).join('')],
    ['mock-second-choice:10', wordTokens(10).join('')],
    ['mock-unicode;chunk=1', 'Grüße, 世界! 👩‍🚀 naïve café — שלום мир 🎉 fin.'],
    ['mock-unicode;chunk=uneven', 'Grüße, 世界! 👩‍🚀 naïve café — שלום мир 🎉 fin.'],
    ['mock-fast:5000;batch=8', wordTokens(5000).join('')],
    ['mock-paced:40;rate=1000', wordTokens(40).join('')],
  ])('%s gives its text, one usage and one finish', async (model, text) => {
    const reply = await collect(model)
    expect(reply).toMatchObject({ text, reasoning: '', error: undefined })
    expect(reply.ending).toEqual([usage(1, expect.any(Number)), stop])
  })

  it.each([
    ['mock-no-done:10', [stop]],
    ['mock-finish-twice:10', [usage(1, 10), stop]],
    ['mock-message:10', [stop]],
    ['mock-length:10', [{ type: 'finish', reason: 'length' }]],
    ['mock-usage-with-choice:10', [usage(7, 10), stop]],
    ['mock-usage-every', [usage(7, 10), stop]],
    ['mock-usage-groq:10', [usage(7, 10), stop]],
    ['mock-usage-no-finish:10', [usage(7, 10)]],
  ])('%s ends as the server says', async (model, ending) => {
    expect(await collect(model)).toEqual({ text: wordTokens(10).join(''), reasoning: '', ending, error: undefined })
  })

  it.each([
    'mock-reasoning-content',
    'mock-reasoning',
    'mock-reasoning-details',
    'mock-think',
    'mock-think;chunk=1',
    'mock-mistral',
  ])('%s gives reasoning and text apart', async (model) => {
    expect(await collect(model)).toMatchObject({
      text: 'The answer is 42.',
      reasoning: 'Let me think.',
      error: undefined,
    })
  })

  it('a server that does not stream is read all the same', async () => {
    expect(await collect('mock-json')).toMatchObject({ text: wordTokens(10).join(''), ending: [usage(1, 10), stop] })
  })

  it('a server that keeps the socket open after the finish does not keep the reply waiting for ever', async () => {
    const reply = await collect('mock-stall-after-finish', {
      provider: provider({ clock: hastyClock(), deadlines: patient }),
    })
    expect(reply).toMatchObject({ text: wordTokens(3).join(''), ending: [stop], error: undefined })
  })
})

describe('a reply that is gone on with', () => {
  it('[RUN9] is complete where the model has nothing to add', async () => {
    const turns = continuationTurns([{ role: 'user', text: 'Hi' }], 'You said: Hi')
    expect(await collect('mock-echo', { turns })).toMatchObject({
      text: '',
      ending: [{ type: 'usage' }, { type: 'finish', reason: 'stop' }],
      error: undefined,
    })
  })
})

describe('what the server is sent', () => {
  it('is all turns in order, the key, and no sampling parameter', async () => {
    const turns: Turn[] = [
      { role: 'system', text: 'Be brief.' },
      { role: 'user', text: 'One?' },
      { role: 'assistant', text: 'One.' },
      { role: 'user', text: 'Two?' },
    ]
    await collect('mock-echo', { turns })
    expect(await mock.requests()).toMatchObject([{ hasKey: true }])
    expect((await mock.requests())[0]?.body).toEqual({
      model: 'mock-echo',
      messages: turns.map(({ role, text }) => ({ role, content: text })),
      stream: true,
      stream_options: { include_usage: true },
    })
  })

  it('has no Authorization header where there is no key', async () => {
    await collect('mock-echo', { provider: provider({ apiKey: undefined }) })
    expect(await mock.requests()).toMatchObject([{ hasKey: false }])
  })

  it('leaves stream_options out from the moment they are refused', async () => {
    const remembering = provider()
    for (const _ of [1, 2]) {
      const reply = await collect('mock-no-stream-options', { provider: remembering })
      expect(reply).toMatchObject({ text: wordTokens(10).join(''), error: undefined })
    }
    const bodies = (await mock.requests()).map(({ body }) => JSON.stringify(body).includes('stream_options'))
    expect(bodies).toEqual([true, false, false])
  })
})

describe('a failure', () => {
  const five = wordTokens(5).join('')

  it.each([
    { model: 'mock-unauthorized', code: 'model-unauthorized', isRetryable: false, text: '', message: /OPENAI_API_KEY/ },
    { model: 'mock-forbidden', code: 'model-unauthorized', isRetryable: false, text: '', message: /403/ },
    { model: 'mock-quota', code: 'model-quota-exceeded', isRetryable: false, text: '', message: /billing/ },
    {
      model: 'mock-rate-limited;after=120',
      code: 'model-rate-limited',
      isRetryable: true,
      text: '',
      message: /2 minutes/,
    },
    { model: 'mock-server-error', code: 'model-unreachable', isRetryable: true, text: '', message: /500/ },
    { model: 'mock-html-error', code: 'model-unreachable', isRetryable: true, text: '', message: /502/ },
    { model: 'mock-not-found', code: 'model-not-found', isRetryable: false, text: '', message: /mock-not-found/ },
    {
      model: 'mock-wrong-path',
      code: 'model-refused-request',
      isRetryable: false,
      text: '',
      message: /OPENAI_BASE_URL/,
    },
    { model: 'mock-refused', code: 'model-refused-request', isRetryable: false, text: '', message: /400/ },
    { model: 'mock-context-length', code: 'model-refused-request', isRetryable: false, text: '', message: /too long/ },
    { model: 'mock-html', code: 'model-bad-answer', isRetryable: true, text: '', message: /web page/ },
    { model: 'mock-json-error', code: 'model-unreachable', isRetryable: true, text: '', message: /failure/ },
    { model: 'mock-empty', code: 'model-bad-answer', isRetryable: true, text: '', message: /nothing at all/ },
    { model: 'mock-plain-text', code: 'model-bad-answer', isRetryable: true, text: '', message: /no reply/ },
    {
      model: 'mock-nothing-written',
      code: 'model-bad-answer',
      isRetryable: true,
      text: '',
      message: /without writing/,
    },
    { model: 'mock-cut-first', code: 'model-truncated', isRetryable: true, text: '', message: /before it wrote/ },
    { model: 'mock-no-finish:5', code: 'model-truncated', isRetryable: true, text: five, message: /mid-reply/ },
    {
      model: 'mock-done-without-finish:5',
      code: 'model-truncated',
      isRetryable: true,
      text: five,
      message: /mid-reply/,
    },
    { model: 'mock-cut:5', code: 'model-truncated', isRetryable: true, text: five, message: /mid-reply/ },
    { model: 'mock-malformed:5', code: 'model-bad-answer', isRetryable: true, text: five, message: /can't be read/ },
    { model: 'mock-error-midstream:5', code: 'model-unreachable', isRetryable: true, text: five, message: /failure/ },
    { model: 'mock-error-event:5', code: 'model-unreachable', isRetryable: true, text: five, message: /529/ },
  ])('$model is told as $code after the text that came', async ({ model, code, isRetryable, text, message }) => {
    const reply = await collect(model)
    expect(reply.text).toBe(text)
    expect(reply.error?.toFailure()).toEqual({ code, isRetryable, message: expect.stringMatching(message) })
    expect(reply.ending).toEqual([])
  })

  it('of a server that wants a key where there is none asks for one', async () => {
    const reply = await collect('mock-unauthorized', { provider: provider({ apiKey: undefined }) })
    expect(reply.error?.message).toMatch(/asks for a key .* Set OPENAI_API_KEY/)
  })

  it('of a server that is not there says so', async () => {
    const reply = await collect('any', { provider: provider({ baseUrl: 'http://127.0.0.1:1/v1' }) })
    expect(reply.error?.toFailure()).toMatchObject({ code: 'model-unreachable', isRetryable: true })
    expect(reply.error?.message).toContain('127.0.0.1:1')
  })

  it('[DOOR3] shows nothing of the upstream and no key, not even in its cause', async () => {
    for (const model of ['mock-unauthorized', 'mock-server-error', 'mock-html-error']) {
      const { error } = await collect(model)
      expect(error?.message).not.toMatch(/sk-|secret|html|Internal/)
      expect(String(error?.cause)).not.toMatch(/sk-secret/)
    }
  })

  it('prints nothing', async () => {
    const writes = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const warns = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    await collect('mock-malformed')
    await collect('mock-server-error')
    expect([...writes.mock.calls, ...warns.mock.calls]).toEqual([])
    writes.mockRestore()
    warns.mockRestore()
  })
})

describe('a deadline', () => {
  const deadlines = { headersMs: 10_000, firstContentMs: 10_000, betweenContentsMs: 10_000 }

  it.each([
    { model: 'mock-silence', short: { headersMs: 50 }, text: '', message: /did not answer/ },
    { model: 'mock-stall-first', short: { firstContentMs: 50 }, text: '', message: /wrote nothing/ },
    { model: 'mock-stall-comments:0', short: { firstContentMs: 100 }, text: '', message: /wrote nothing/ },
    {
      model: 'mock-stall:3',
      short: { betweenContentsMs: 200 },
      text: wordTokens(3).join(''),
      message: /stopped writing/,
    },
    {
      model: 'mock-stall-comments:3',
      short: { betweenContentsMs: 200 },
      text: wordTokens(3).join(''),
      message: /stopped writing/,
    },
  ])('passes for $model and closes the upstream', async ({ model, short, text, message }) => {
    const reply = await collect(model, { provider: provider({ deadlines: { ...deadlines, ...short } }) })
    expect(reply.text).toBe(text)
    expect(reply.error).toMatchObject({
      code: 'model-stalled',
      isRetryable: true,
      message: expect.stringMatching(message),
    })
    await expect.poll(mock.requests).toMatchObject([{ outcome: 'closed-by-peer' }])
  })
})

describe('a retry', () => {
  const retrying = (maxRetries = 2) => provider({ maxRetries, clock: hastyClock(), deadlines: patient })

  it.each(['mock-flaky:2', 'mock-rate-limited:1;after=2', 'mock-cut-first:2'])(
    '%s succeeds before the first text',
    async (model) => {
      const reply = await collect(model, { provider: retrying() })
      expect(reply).toMatchObject({ text: wordTokens(10).join(''), error: undefined })
    },
  )

  it('is given up after the last attempt', async () => {
    const reply = await collect('mock-flaky:9', { provider: retrying() })
    expect(reply.error?.code).toBe('model-unreachable')
    expect(await mock.requests()).toHaveLength(3)
  })

  it.each([
    'mock-cut:5',
    'mock-no-finish:5',
    'mock-error-event:5',
    'mock-unauthorized',
    'mock-quota',
    'mock-rate-limited;after=60',
    'mock-html',
  ])('does not happen for %s', async (model) => {
    expect((await collect(model, { provider: retrying() })).error).toBeDefined()
    expect(await mock.requests()).toHaveLength(1)
  })
})

describe('[RUN4] a stop', () => {
  it.each(['mock-stall:3', 'mock-words:3000;delay=5', 'mock-fast:10000000', 'mock-paced:100000;rate=500'])(
    'in the midst of %s ends the iteration without an error and closes the upstream within a second',
    async (modelId) => {
      const stopping = new AbortController()
      let stoppedAt = 0
      const onText = () => {
        stoppedAt ||= Date.now()
        stopping.abort()
      }
      const reply = await collect(modelId, { signal: stopping.signal, onText })
      expect(reply).toMatchObject({ error: undefined, ending: [] })
      expect(reply.text).not.toBe('')
      await expect.poll(mock.requests).toMatchObject([{ outcome: 'closed-by-peer' }])
      expect(((await mock.requests())[0]?.endedAt ?? 0) - stoppedAt).toBeLessThan(1000)
    },
  )

  it.each(['mock-silence', 'mock-stall-first'])('while waiting for %s does the same', async (modelId) => {
    const stopping = new AbortController()
    const reply = collect(modelId, { signal: stopping.signal })
    await expect.poll(mock.requests).toMatchObject([{ outcome: 'open' }])
    stopping.abort()
    expect(await reply).toEqual({ text: '', reasoning: '', ending: [], error: undefined })
    await expect.poll(mock.requests).toMatchObject([{ outcome: 'closed-by-peer' }])
  })

  it('before the request sends none', async () => {
    expect(await collect('mock-echo', { signal: AbortSignal.abort() })).toMatchObject({ text: '', error: undefined })
    expect(await mock.requests()).toEqual([])
  })

  it('between two attempts ends the iteration at once', async () => {
    const stopping = new AbortController()
    const reply = collect('mock-rate-limited;after=20', {
      provider: provider({ maxRetries: 2 }),
      signal: stopping.signal,
    })
    await expect.poll(mock.requests).toMatchObject([{ outcome: 'finished' }])
    stopping.abort()
    expect(await reply).toMatchObject({ text: '', error: undefined })
    expect(await mock.requests()).toHaveLength(1)
  })

  it('leaving the iteration closes the upstream too', async () => {
    const request = { modelId: 'mock-stall:3', turns: [], signal: new AbortController().signal }
    for await (const _ of provider().reply(request)) break
    await expect.poll(mock.requests).toMatchObject([{ outcome: 'closed-by-peer' }])
  })
})

describe('models', () => {
  it('are those that are configured, without asking', async () => {
    const models = await provider({ models: ['a', 'gpt-5-mini'], baseUrl: 'http://127.0.0.1:1/v1' }).models()
    expect(models).toMatchObject([
      { id: 'a', name: 'a', isDemo: false, contextTokens: 32_768 },
      { id: 'gpt-5-mini', contextTokens: 128_000 },
    ])
  })

  it('are asked for where none is configured; those that can not chat are left out', async () => {
    const models = await provider().models()
    expect(models).toMatchObject([
      { id: 'mock-echo', contextTokens: 16_384 },
      { id: 'mock-words:500', contextTokens: 16_384 },
    ])
  })

  it('are none, with a reason, where the server can not be asked', async () => {
    const onDiscoveryFailed = vi.fn()
    const lonely = provider({ baseUrl: 'http://127.0.0.1:1/v1', onDiscoveryFailed })
    expect(await lonely.models()).toEqual([])
    const unavailable = lonely.unavailable?.()
    expect(unavailable).toMatchObject({
      label: '127.0.0.1:1',
      failure: { code: 'model-unreachable', message: expect.stringContaining('127.0.0.1:1') },
    })
    expect(onDiscoveryFailed.mock.calls).toEqual([[unavailable?.failure]])
    expect(unavailable?.describe('gpt-5-mini')).toMatchObject({ id: 'gpt-5-mini', contextTokens: 128_000 })
  })

  it('are known where they are configured or the server told them', async () => {
    for (const options of [{ models: ['a'], baseUrl: 'http://127.0.0.1:1/v1' }, {}]) {
      const knowing = provider(options)
      await knowing.models()
      expect(knowing.unavailable?.()).toBeUndefined()
    }
  })
})

it('the tokens of an echo are the words of the question', async () => {
  const { text } = await collect('mock-echo')
  expect(tokensOf(text)).toEqual(['You', ' said:', ' Hello', ' there'])
})
