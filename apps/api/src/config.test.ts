import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const read = (environment: Record<string, string>) => readConfig(environment, '/srv/livetype')

describe('readConfig', () => {
  it('works with nothing set: loopback, port 3000, the demo model alone', () => {
    expect(read({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      dataDir: '/srv/livetype/data',
      durability: 'power',
      transport: 'auto',
      openAi: undefined,
    })
  })

  it('[RUN7] [RUN8] limits the runs, by default and as told', () => {
    expect(read({}).runLimits).toEqual({
      maxRuns: 64,
      maxRunsPerOwner: 16,
      maxQueuedRunsPerOwner: 200,
      maxRunMs: 3_600_000,
    })
    const limits = { LIVETYPE_MAX_RUNS: '1', LIVETYPE_MAX_QUEUED_RUNS_PER_OWNER: '0', LIVETYPE_MAX_RUN_MINUTES: '0.5' }
    expect(read(limits).runLimits).toMatchObject({ maxRuns: 1, maxQueuedRunsPerOwner: 0, maxRunMs: 30_000 })
    expect(() => read({ LIVETYPE_MAX_RUNS: '0' })).toThrow(/LIVETYPE_MAX_RUNS/)
    expect(() => read({ LIVETYPE_MAX_RUN_MINUTES: 'long' })).toThrow('LIVETYPE_MAX_RUN_MINUTES must be a number')
  })

  it('takes an empty variable for an absent one', () => {
    const names = ['HOST', 'PORT', 'LIVETYPE_DATA_DIR', 'LIVETYPE_DURABILITY', 'LIVETYPE_LOG_LEVEL', 'OPENAI_API_KEY']
    names.push('LIVETYPE_TRANSPORT', 'LIVETYPE_MAX_STREAMS_PER_OWNER', 'LIVETYPE_STALLED_READER_SECONDS')
    names.push('LIVETYPE_DEMO_TOKENS_PER_SECOND', 'OPENAI_BASE_URL', 'OPENAI_MODELS', 'OPENAI_CONTEXT_TOKENS')
    for (const empty of ['', ' '])
      expect(read(Object.fromEntries(names.map((name) => [name, empty])))).toEqual(read({}))
    expect(read({ LIVETYPE_SYSTEM_PROMPT: '' }).systemPrompt).toBe('')
  })

  it('reads a model server, with its models as a list', () => {
    expect(read({ OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', OPENAI_MODELS: 'a, b,,c' }).openAi).toEqual({
      apiKey: undefined,
      baseUrl: 'http://127.0.0.1:11434/v1',
      models: ['a', 'b', 'c'],
      contextTokens: undefined,
    })
    expect(read({ OPENAI_API_KEY: 'k' }).openAi?.baseUrl).toBe('https://api.openai.com/v1')
  })

  it.each(['0.0.0.0', '192.168.1.5', '::', 'example.com', '128.0.0.1', '127.0.0.2'])(
    '[DOOR2] refuses to bind to %s',
    (HOST) => {
      expect(() => read({ HOST })).toThrow(/^HOST .*loopback/)
    },
  )

  it('[DOOR2] reads the public origins as browsers write them', () => {
    const text = 'https://Chat.Example.com/, http://chat.internal:8080, https://other.example:443'
    expect(read({ LIVETYPE_PUBLIC_ORIGIN: text }).publicOrigins).toEqual([
      'https://chat.example.com',
      'http://chat.internal:8080',
      'https://other.example',
    ])
    expect(read({}).publicOrigins).toEqual([])
  })

  it.each([
    'chat.example.com',
    'https://',
    'https://*.example.com',
    '*',
    'https://chat.example.com/livetype',
    'https://user@chat.example.com',
    'wss://chat.example.com',
    'https://chat.example.com, other',
  ])('[DOOR2] refuses a public origin that the door could not compare: %s', (LIVETYPE_PUBLIC_ORIGIN) => {
    expect(() => read({ LIVETYPE_PUBLIC_ORIGIN })).toThrow(/^LIVETYPE_PUBLIC_ORIGIN must be .*https:/)
  })

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['LIVETYPE_DURABILITY', 'maybe'],
    ['LIVETYPE_LOG_LEVEL', 'loud'],
    ['LIVETYPE_DEMO_TOKENS_PER_SECOND', '0'],
    ['LIVETYPE_TRANSPORT', 'pigeon'],
    ['LIVETYPE_MAX_STREAMS_PER_OWNER', '0'],
    ['LIVETYPE_STALLED_READER_SECONDS', '0'],
    ['OPENAI_BASE_URL', 'ollama'],
    ['OPENAI_BASE_URL', 'ftp://127.0.0.1'],
    ['OPENAI_CONTEXT_TOKENS', '12'],
  ])('names the variable that is wrong: %s=%s', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(ConfigError)
    expect(() => read({ [name]: value })).toThrow(new RegExp(`^${name} `))
  })

  it('refuses a contradiction: models of no server', () => {
    expect(() => read({ OPENAI_MODELS: 'gpt' })).toThrow(/OPENAI_API_KEY/)
  })
})
