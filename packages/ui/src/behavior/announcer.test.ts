import type { Settings } from '@livetype/protocol'
import { expect, test } from 'vitest'
import type { AnnouncedReply } from './announcer.ts'
import { nextAnnouncement, noAnnouncement } from './announcer.ts'

type Said = Pick<AnnouncedReply, 'id' | 'status' | 'text'> & Partial<AnnouncedReply>

function said(replies: Said[], length?: Settings['announcement']): string[] {
  let current = noAnnouncement
  const all: string[] = []
  for (const reply of replies) {
    const next = nextAnnouncement(current, { conversationId: 'one', runCount: 1, ...reply }, length)
    if (next.text !== current.text) all.push(next.text)
    current = next
  }
  return all
}

test('a reply is announced when it begins and read once when it is complete', () => {
  expect(
    said([
      { id: 'a', status: 'running', text: '' },
      { id: 'a', status: 'running', text: 'Hel' },
      { id: 'a', status: 'running', text: 'Hello' },
      { id: 'a', status: 'completed', text: 'Hello **you**' },
      { id: 'a', status: 'completed', text: 'Hello **you**' },
    ]),
  ).toEqual(['Generating…', 'Hello you'])
})

test('a conversation whose replies have ended says nothing when it is opened', () => {
  expect(said([{ id: 'a', status: 'completed', text: 'Old news' }])).toEqual([])
})

test('a reply that was stopped is read with its end', () => {
  expect(
    said([
      { id: 'a', status: 'running', text: '' },
      { id: 'a', status: 'stopped', text: 'Half' },
    ]),
  ).toEqual(['Generating…', 'Half Reply stopped.'])
})

test('[RUN7] a reply in the queue says so, and then that it begins', () => {
  expect(
    said([
      { id: 'a', status: 'queued', text: '' },
      { id: 'a', status: 'running', text: '' },
      { id: 'a', status: 'completed', text: 'Hello' },
    ]),
  ).toEqual(['In the queue.', 'Generating…', 'Hello'])
})

test('[RUN10] a continuation is read when it is there, and said to be taken back', () => {
  expect(
    said([
      { id: 'a', status: 'stopped', text: 'Half' },
      { id: 'a', status: 'running', text: '', runCount: 2 },
      { id: 'a', status: 'completed', text: 'and the rest', runCount: 2 },
      { id: 'a', status: 'stopped', text: 'Half', runCount: 1 },
    ]),
  ).toEqual(['Generating…', 'and the rest', 'The continuation was taken back.'])
})

test('leaving a conversation in mid-reply silences it', () => {
  expect(
    said([
      { id: 'a', status: 'running', text: '' },
      { id: 'b', conversationId: 'other', status: 'completed', text: 'Another conversation' },
    ]),
  ).toEqual(['Generating…', ''])
})

test('what was said of one conversation does not stand in the next', () => {
  expect(
    said([
      { id: 'a', status: 'running', text: '' },
      { id: 'a', status: 'completed', text: 'Hello' },
      { id: 'b', conversationId: 'other', status: 'completed', text: 'Old news' },
    ]),
  ).toEqual(['Generating…', 'Hello', ''])
})

test('where nothing is being answered, nothing is said', () => {
  const reply = { id: 'a', conversationId: 'one', status: 'running', text: '', runCount: 1 } as const
  const waiting = nextAnnouncement(noAnnouncement, reply)
  // The same again changes nothing, so that nothing is drawn for it.
  expect(nextAnnouncement(waiting, reply)).toBe(waiting)
  expect(nextAnnouncement(waiting, undefined)).toBe(noAnnouncement)
})

test('those who want to hear less hear that a reply is complete, and how else it ended', () => {
  const running = { id: 'a', conversationId: 'one', runCount: 1, status: 'running', text: '' } as const
  const begun = nextAnnouncement(noAnnouncement, running)
  expect(nextAnnouncement(begun, { ...running, status: 'completed', text: 'Long' }, 'brief').text).toBe(
    'Reply complete.',
  )
  expect(nextAnnouncement(begun, { ...running, status: 'stopped', text: 'Long' }, 'brief').text).toBe('Reply stopped.')
  expect(nextAnnouncement(begun, { ...running, status: 'failed', text: 'Long' }, 'brief').text).toBe('')
})

test('by sentence: each is said once it is whole, and at the end what is left', () => {
  const text = 'Dr. No knows. **Really!** Version 2.5 is\n```js\ncode()\n```\n雨です。はい'
  const steps = Array.from(text, (_, index) => ({
    id: 'a',
    status: 'running' as const,
    text: text.slice(0, index + 1),
  }))
  expect(
    said([{ id: 'a', status: 'queued', text: '' }, ...steps, { id: 'a', status: 'completed', text }], 'sentences'),
  ).toEqual([
    'In the queue.',
    'Generating…',
    'Dr.',
    'No knows.',
    'Really!',
    'Version 2.5 is',
    'code()',
    '雨です。',
    'はい',
  ])
})

test('by sentence: what comes at once is said at once, and an end that was said is only told of', () => {
  expect(
    said(
      [
        { id: 'a', status: 'running', text: 'One. Two. Thr' },
        { id: 'a', status: 'running', text: 'One. Two. Three.\n' },
        { id: 'a', status: 'completed', text: 'One. Two. Three.\n' },
      ],
      'sentences',
    ),
  ).toEqual(['One. Two.', 'Three.', 'Reply complete.'])
})

test('[RUN10] by sentence: a continuation is said from its own beginning', () => {
  expect(
    said(
      [
        { id: 'a', status: 'running', text: 'A long first half. And' },
        { id: 'a', status: 'stopped', text: 'A long first half. And' },
        { id: 'a', status: 'running', text: 'so on. ', runCount: 2 },
        { id: 'a', status: 'completed', text: 'so on. End', runCount: 2 },
      ],
      'sentences',
    ),
  ).toEqual(['A long first half.', 'And Reply stopped.', 'so on.', 'End'])
})

test('of a very long reply the beginning is read, to the end of a sentence or a word, and that it goes on', () => {
  const readOf = (text: string) =>
    said([
      { id: 'a', status: 'running', text: '' },
      { id: 'a', status: 'completed', text },
    ]).at(-1)
  const sentences = readOf('One sentence more. '.repeat(2_000))
  expect(sentences?.length).toBeGreaterThan(3_900)
  expect(sentences?.length).toBeLessThan(4_100)
  const goesOn = 'The reply goes on; the rest can be read in the conversation.'
  expect(sentences?.endsWith(`One sentence more. ${goesOn}`)).toBe(true)
  expect(readOf('word '.repeat(4_000))?.endsWith(`word word ${goesOn}`)).toBe(true)
  expect(readOf('字'.repeat(20_000))?.length).toBeLessThan(4_100)
  expect(readOf('One sentence more. '.repeat(20))?.endsWith('One sentence more.')).toBe(true)
})
