import { expect, test } from 'vitest'
import { isLongText } from './is-long-text.ts'

test('a text is long by its characters or by its lines', () => {
  expect(isLongText('x'.repeat(1000))).toBe(false)
  expect(isLongText('x'.repeat(1001))).toBe(true)
  expect(isLongText('\n'.repeat(11))).toBe(false)
  expect(isLongText('\n'.repeat(12))).toBe(true)
})
