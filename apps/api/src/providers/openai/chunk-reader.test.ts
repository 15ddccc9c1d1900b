import { describe, expect, it } from 'vitest'
import { ChunkReader } from './chunk-reader.ts'

const delta = (fields: object, more: object = {}) => ({ choices: [{ index: 0, delta: fields, ...more }] })
const usage = { prompt_tokens: 3, completion_tokens: 5, total_tokens: 8 }
const usagePart = { type: 'usage', usage: { inputTokens: 3, outputTokens: 5 } }

function read(...chunks: readonly unknown[]): ChunkReader {
  const reader = new ChunkReader()
  for (const chunk of chunks) reader.read(chunk)
  return reader
}

describe('ChunkReader', () => {
  it('merges neighbouring pieces of one kind and keeps the order of kinds', () => {
    const reader = read(
      delta({ reasoning_content: 'Let ' }),
      delta({ reasoning_content: 'me.' }),
      delta({ content: 'The ' }),
      delta({ content: 'end' }),
    )
    expect(reader.take()).toEqual([
      { type: 'reasoning', text: 'Let me.' },
      { type: 'text', text: 'The end' },
    ])
    expect(reader.take()).toEqual([])
  })

  it.each([
    ['reasoning_content', delta({ content: null, reasoning_content: 'Hm' })],
    ['reasoning', delta({ content: '', reasoning: 'Hm' })],
    ['reasoning_details', delta({ reasoning_details: [{ type: 'reasoning.text', text: 'Hm' }] })],
    ['reasoning_details with a summary', delta({ reasoning_details: [{ type: 'reasoning.summary', summary: 'Hm' }] })],
    ['the same text under two names', delta({ reasoning: 'Hm', reasoning_content: 'Hm' })],
    ['an empty name before one with text', delta({ reasoning_content: '', reasoning: 'Hm' })],
    ['a thinking item', delta({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'Hm' }] }] })],
    ['a thinking item with a string', delta({ content: [{ type: 'thinking', thinking: 'Hm' }] })],
    ['a think tag', delta({ content: '<think>Hm</think>' })],
  ])('reads reasoning from %s', (_, chunk) => {
    expect(read(chunk).take()).toEqual([{ type: 'reasoning', text: 'Hm' }])
  })

  it.each([
    ['a string', delta({ content: 'Yes' })],
    ['an array of texts and strings', delta({ content: [{ type: 'text', text: 'Y' }, 'es'] })],
    ['a message without a delta', { choices: [{ message: { role: 'assistant', content: 'Yes' } }] }],
    ['a choice without an index', { choices: [{ delta: { content: 'Yes' } }] }],
    ['a refusal', delta({ content: null, refusal: 'Yes' })],
  ])('reads text from %s', (_, chunk) => {
    expect(read(chunk).take()).toEqual([{ type: 'text', text: 'Yes' }])
  })

  it('reads the first choice only', () => {
    const reader = read({ choices: [{ index: 1, delta: { content: 'no' } }, delta({ content: 'yes' }).choices[0]] })
    expect(reader.take()).toEqual([{ type: 'text', text: 'yes' }])
  })

  it('does not repeat a message that its deltas have brought', () => {
    const reader = read(delta({ content: 'Yes' }), { choices: [{ delta: {}, message: { content: 'Yes' } }] })
    expect(reader.take()).toEqual([{ type: 'text', text: 'Yes' }])
  })

  it.each([
    ['alone at the end', [delta({}, { finish_reason: 'stop' }), { choices: [], usage }]],
    ['with the last choice', [{ ...delta({}, { finish_reason: 'stop' }), usage }]],
    [
      'in every chunk, growing',
      [
        { ...delta({}), usage: { prompt_tokens: 3, completion_tokens: 1 } },
        { ...delta({}, { finish_reason: 'stop' }), usage },
      ],
    ],
    ['inside x_groq', [{ ...delta({}, { finish_reason: 'stop' }), x_groq: { usage } }]],
    [
      'under other names',
      [delta({}, { finish_reason: 'stop' }), { choices: [], usage: { input_tokens: 3, output_tokens: 5 } }],
    ],
  ])('gives usage once where it comes %s', (_, chunks) => {
    expect(read(...chunks).end()).toEqual([usagePart, { type: 'finish', reason: 'stop' }])
  })

  it('gives the first finish reason where there are two', () => {
    const reader = read(delta({}, { finish_reason: 'length' }), delta({}, { finish_reason: 'stop' }))
    expect(reader.end()).toEqual([{ type: 'finish', reason: 'length' }])
  })

  it('is complete by a finish reason or by usage without choices, and by nothing else', () => {
    expect(read(delta({ content: 'a' })).isComplete).toBe(false)
    expect(read({ choices: [], prompt_filter_results: [] }).isComplete).toBe(false)
    expect(read({ ...delta({ content: 'a' }), usage }).isComplete).toBe(false)
    expect(read(delta({ content: 'a' }), { choices: [], usage }).isComplete).toBe(true)
    expect(read(delta({ content: 'a' }, { finish_reason: 'stop' })).isComplete).toBe(true)
    expect(read({ choices: [], usage }, delta({ content: 'a' })).isComplete).toBe(false)
  })

  it.each([
    ['an error beside choices', { choices: [], error: { message: 'm', code: 503 } }, { status: 503, message: 'm' }],
    ['an error that is a text', { error: 'm' }, { status: undefined, message: 'm' }],
    ['an error object', { object: 'error', message: 'm', code: 400 }, { status: 400, message: 'm' }],
    ['an error in the choice', { choices: [{ error: { message: 'm', code: '429' } }] }, { status: 429, message: 'm' }],
    ['a finish that is a failure', delta({}, { finish_reason: 'error' }), { code: 'error' }],
  ])('notes %s', (_, chunk, failure) => {
    expect(read(chunk).failure).toMatchObject(failure)
  })

  it.each([
    null,
    7,
    'text',
    [],
    {},
    { choices: null },
    { choices: [null, 5] },
    delta({ content: { a: 1 } }),
    delta({ content: [null, 3, {}] }),
    { choices: [{ delta: 'x' }] },
    { usage: 'lots' },
  ])('passes over %j', (chunk) => {
    const reader = read(chunk)
    expect(reader.end()).toEqual([])
    expect(reader.failure).toBeUndefined()
  })
})
