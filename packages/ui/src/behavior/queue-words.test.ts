import { expect, test } from 'vitest'
import { type ListedQueued, queueAnnouncement, queuedName, queuedWords, queueNote } from './queue-words.ts'

const one = (id: string, text: string, delivery: 'sent' | 'sending' = 'sent'): ListedQueued => ({
  delivery,
  message: { id, parts: [{ type: 'text', text }] },
})
const file = {
  type: 'file' as const,
  fileId: 'file-0001',
  name: 'a.txt',
  sizeBytes: 3,
  mediaType: 'text/plain' as const,
  textLength: 3,
}
const isSent = () => true

test('a queued message is called by how it begins, or by what is attached', () => {
  expect(queuedName(one('m', 'and\n  then').message)).toBe('and then')
  expect(queuedName(one('m', 'x'.repeat(50)).message)).toBe(`${'x'.repeat(39)}…`)
  expect(queuedName({ id: 'm', parts: [file] })).toBe('a.txt')
})

test('its note says what is attached and what became of it', () => {
  expect(queuedWords(one('m', 'hi'))).toEqual({ text: 'hi', note: '' })
  expect(
    queuedWords({ delivery: 'sending', message: { id: 'm', parts: [file, { type: 'text', text: 'hi' }] } }),
  ).toEqual({
    text: 'hi',
    note: '1 attachment · On its way to the queue…',
  })
  const failed = {
    delivery: 'failed' as const,
    message: { id: 'm', parts: [file] },
    failure: { code: 'queue-full' as const, message: 'Too many.', isRetryable: false },
  }
  expect(queuedWords(failed)).toEqual({
    text: 'Attached: a.txt',
    note: 'This message could not be queued. Too many.',
  })
})

test('the note above says when they go out, or why they do not', () => {
  expect(queueNote(1, null)).toBe('Goes out when the reply is done')
  expect(queueNote(3, null)).toBe('3 messages go out in turn, after the reply')
  expect(queueNote(1, { reason: 'stopped' })).toMatch(/stopped/)
  const failure = { code: 'model-not-found' as const, message: 'There is no such model.', isRetryable: false }
  expect(queueNote(1, { reason: 'refused', failure })).toMatch(/There is no such model\.$/)
})

test('listeners hear what came, what went out, and that it is held, each once', () => {
  const empty = { queued: [], hold: null }
  const waiting = { queued: [one('a', 'one')], hold: null }
  expect(queueAnnouncement(empty, { ...waiting, isSent })).toBe('Queued: “one”')
  expect(queueAnnouncement(waiting, { ...waiting, isSent })).toBe('')
  expect(queueAnnouncement(waiting, { ...empty, isSent })).toBe('Sent from the queue: “one”')
  expect(queueAnnouncement(waiting, { ...empty, isSent: () => false })).toBe('')
  const held = { ...waiting, hold: { reason: 'failed' as const } }
  expect(queueAnnouncement(waiting, { ...held, isSent })).toMatch(/reply failed/)
  expect(queueAnnouncement(held, { ...held, isSent })).toBe('')
})
