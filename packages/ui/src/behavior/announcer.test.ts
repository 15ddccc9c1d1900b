import { expect, test } from 'vitest'
import type { AnnouncedReply } from './announcer.ts'
import { nextAnnouncement, noAnnouncement } from './announcer.ts'

function said(replies: (Omit<AnnouncedReply, 'conversationId'> & { conversationId?: string })[]): string[] {
  let current = noAnnouncement
  const all: string[] = []
  for (const reply of replies) {
    const next = nextAnnouncement(current, { conversationId: 'one', ...reply })
    if (next !== current) all.push(next.text)
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
  const waiting = nextAnnouncement(noAnnouncement, { id: 'a', conversationId: 'one', status: 'running', text: '' })
  expect(nextAnnouncement(waiting, undefined)).toBe(noAnnouncement)
})
