import { expect, test } from 'vitest'
import { practiseMarkdown } from './practise-markdown.ts'

test('what is read for practice is read to its end, in steps', () => {
  expect([...practiseMarkdown()]).toHaveLength(4)
})
