import { expect, test } from 'vitest'
import { texts } from './texts.ts'

test('no text is empty, functions included', () => {
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'function') expect(value('x'), path).toMatch(/\S/)
    else if (typeof value === 'string') expect(value, path).toMatch(/\S/)
    else for (const [key, child] of Object.entries(value as object)) walk(child, `${path}.${key}`)
  }
  walk(texts, 'texts')
})

test('the indicator names the model it waits for', () => {
  expect(texts.activity.waitingFor('Qwen 3')).toBe('Waiting for Qwen 3…')
})

test('counts of characters are grouped and agree with their number', () => {
  expect(texts.composer.tooLong(1)).toBe('1 character too many')
  expect(texts.composer.tooLong(12_345)).toBe('12,345 characters too many')
})

test('the tab is named after the conversation that is open', () => {
  expect(texts.documentTitle('Blue skies')).toBe('Blue skies · Livetype')
  expect(texts.documentTitle(null)).toBe('Livetype')
})

test('there are four examples, and the demo has its own, each a command', () => {
  expect(texts.empty.examples).toHaveLength(4)
  expect(texts.empty.demoExamples.map((example) => example.prompt)).toEqual(['/code', '/table', '/think', '/long'])
})
