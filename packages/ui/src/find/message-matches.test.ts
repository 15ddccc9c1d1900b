import type { Message } from '@livetype/protocol'
import { expect, test } from 'vitest'
import { findStep } from './find-step.ts'
import { foldText } from './fold-text.ts'
import { createMessageMatches } from './message-matches.ts'

const user = (text: string, ...names: string[]): Message => ({
  id: 'question',
  parentId: null,
  role: 'user',
  createdAt: 0,
  parts: [
    ...names.map((name) => ({
      type: 'file' as const,
      fileId: 'file',
      name,
      mediaType: 'text/plain' as const,
      sizeBytes: 1,
      textLength: 1,
    })),
    { type: 'text', text },
  ],
})

const reply = (text: string): Message => ({
  id: 'answer',
  parentId: 'question',
  role: 'assistant',
  createdAt: 0,
  runId: 'run',
  modelId: 'demo',
  modelName: 'Demo',
  reply: { status: 'completed', startedAt: 0, endedAt: 0 },
  parts: [
    { type: 'reasoning', text: 'lamp' },
    { type: 'text', text },
  ],
})

const count = (message: Message, query: string) => createMessageMatches().count(message, foldText(query))

test('[FIND3] what a person wrote and the names of its files are searched, case and accents aside', () => {
  expect(count(user('A café, and a CAFE', 'Café.txt'), 'cafe')).toBe(3)
  expect(count(user('A café'), '')).toBe(0)
})

test('[FIND3] of a reply what is shown is found, and what was written too', () => {
  expect(
    count(reply('The **quiet** river: see [the map](https://example.org/lamp).'), 'quiet river: see the map'),
  ).toBe(1)
  expect(count(reply('Call `__init__` of **Lamp**'), '__init__')).toBe(1)
  expect(count(reply('lamp lamp'), 'LAMP')).toBe(2)
})

test('a message that has grown is another message', () => {
  const matches = createMessageMatches()
  expect(matches.count(reply('one lamp'), 'lamp')).toBe(1)
  expect(matches.count(reply('one lamp, two lamps'), 'lamp')).toBe(2)
})

test('keys go to the next place, the one before, or close; an input method has its own', () => {
  const press = {
    key: 'Enter',
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    keyCode: 0,
  }
  expect(findStep(press)).toBe(1)
  expect(findStep({ ...press, shiftKey: true })).toBe(-1)
  expect(findStep({ ...press, key: 'Escape' })).toBe('close')
  expect(findStep({ ...press, isComposing: true })).toBeUndefined()
  expect(findStep({ ...press, ctrlKey: true })).toBeUndefined()
  expect(findStep({ ...press, key: 'a' })).toBeUndefined()
})
