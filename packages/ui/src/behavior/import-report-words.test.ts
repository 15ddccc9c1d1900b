import type { ImportedConversation, ImportReport } from '@livetype/protocol'
import { expect, test } from 'vitest'
import { importReportWords } from './import-report-words.ts'

const empty: ImportReport = {
  imported: 0,
  present: 0,
  restored: 0,
  refused: 0,
  messages: 0,
  conversations: [],
  unlisted: 0,
}
const conversation = (place: string, changes: Partial<ImportedConversation>): ImportedConversation => ({
  place,
  title: `Conversation ${place}`,
  outcome: 'imported',
  conversationId: `conversation-${place}`,
  messageCount: 2,
  notes: [],
  ...changes,
})

test('[DATA4] a report has a sentence for each kind, and what was left out comes first, with its reason', () => {
  const words = importReportWords({
    ...empty,
    imported: 2,
    messages: 4,
    present: 1,
    refused: 1,
    unlisted: 3,
    conversations: [
      conversation('0', {}),
      conversation('1', { notes: ['Left out: 2 × image, which is not in the file.'] }),
      conversation('2', { outcome: 'present' }),
      {
        place: 'conversations.3',
        title: '',
        outcome: 'refused',
        messageCount: 0,
        notes: ['This is no conversation.'],
      },
    ],
  })
  expect(words.summary).toEqual([
    '2 conversations imported, with 4 messages.',
    '1 conversation was here already.',
    '1 conversation could not be read.',
  ])
  expect(words.groups.map(({ id, isOpen }) => [id, isOpen])).toEqual([
    ['refused', true],
    ['changed', true],
    ['imported', false],
    ['present', false],
  ])
  expect(words.groups[0]?.items).toEqual([
    {
      key: 'conversations.3',
      title: 'Untitled',
      conversationId: undefined,
      notes: ['This is no conversation.', 'Its place in the file: conversations.3'],
    },
  ])
  expect(words.unlisted).toBe('3 conversations more are not listed.')
})

test('a file that can’t be read says why and nothing else; one with nothing in it says that', () => {
  expect(importReportWords({ ...empty, problem: 'The file is no JSON.' })).toMatchObject({
    summary: [],
    problem: 'The file is no JSON.',
  })
  expect(importReportWords({ ...empty, imported: 1, problem: 'The file breaks off in its middle.' }).problem).toBe(
    'The file could not be read to its end. The file breaks off in its middle.',
  )
  expect(importReportWords(empty)).toMatchObject({ summary: ['There is no conversation in this file.'], groups: [] })
})
