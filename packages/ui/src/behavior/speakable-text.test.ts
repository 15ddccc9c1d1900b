import { expect, test } from 'vitest'
import { speakableText } from './speakable-text.ts'

test('marks are dropped, words stay', () => {
  expect(speakableText('## Title\n\nSome **bold**, `code` and a [link](https://a.example "t").\n\n> quoted')).toBe(
    'Title\nSome bold, code and a link.\nquoted',
  )
})

test('a code block is read without its fences, a table without its bars', () => {
  expect(speakableText('```ts\nconst a = 1\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |')).toBe('const a = 1\na b\n1 2')
})

test('arithmetic and names with underscores are left alone', () => {
  expect(speakableText('2 * 3 * 4 and snake_case_name')).toBe('2 * 3 * 4 and snake_case_name')
})
