import type { SearchGroup } from '@livetype/protocol'
import { expect, test } from 'vitest'
import { searchAnnouncement, searchPath, searchSections } from './search-options.ts'

const group: SearchGroup = {
  conversationId: 'c1',
  title: [
    { text: 'On ', isMatch: false },
    { text: 'pears', isMatch: true },
  ],
  updatedAt: 5,
  hits: [
    { messageId: 'm1', role: 'user', createdAt: 3, excerpt: [{ text: 'pears', isMatch: true }] },
    { messageId: 'm2', role: 'assistant', createdAt: 4, excerpt: [{ text: 'pears', isMatch: true }] },
  ],
  hitCount: 2,
}

test('a conversation comes before its messages, and each leads to its place', () => {
  const [section] = searchSections([group])
  expect(section?.title).toBe('On pears')
  expect(section?.options.map(searchPath)).toEqual(['/c/c1', '/c/c1?message=m1', '/c/c1?message=m2'])
  expect(section?.options.map((option) => option.kind === 'message' && option.author)).toEqual([
    false,
    'You',
    'Assistant',
  ])
})

test('what is not shown of a conversation is offered in its place, and again where that failed', () => {
  const long = { ...group, hitCount: 12 }
  const last = (failedId?: string) => searchSections([long], failedId)[0]?.options.at(-1)
  expect(last()).toMatchObject({ kind: 'more', label: '10 more in this conversation' })
  expect(last('c1')).toMatchObject({ kind: 'more', label: 'The others could not be read. Try again' })
  expect(last('c2')).toMatchObject({ label: '10 more in this conversation' })
})

test('one without a title has a name all the same', () => {
  const [section] = searchSections([{ ...group, title: [] }])
  expect(section).toMatchObject({ title: 'Untitled', options: [{ title: [{ text: 'Untitled' }] }, {}, {}] })
})

test.each([
  [{ hitCount: 0, isLimited: false, groups: [] }, 'Nothing was found.'],
  [{ hitCount: 1, isLimited: false, groups: [group] }, '1 message found'],
  [{ hitCount: 1200, isLimited: false, groups: [group] }, '1,200 messages found'],
  [{ hitCount: 0, isLimited: false, groups: [group] }, '1 title found'],
  [
    { hitCount: 500, isLimited: true, groups: [group] },
    'There are more than 500 messages with these words. The newest are shown.',
  ],
])('says how much was found: %o', (found, said) => {
  expect(searchAnnouncement(found)).toBe(said)
})
