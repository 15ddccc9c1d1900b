import { expect, test } from 'vitest'
import { codeViewAt, isLongCode, keepCodeView, lineCount } from './code-view.ts'

test('[CODE2] a block comes back as it was left', () => {
  const plain = { isWrapped: false, isFolded: false, isPreviewed: false, isSource: false }
  expect(codeViewAt('a')).toEqual(plain)
  keepCodeView('a', { ...plain, isWrapped: true })
  expect(codeViewAt('a').isWrapped).toBe(true)
  for (let index = 0; index < 100; index += 1) keepCodeView(`b${index}`, { ...plain, isFolded: true })
  expect(codeViewAt('a').isWrapped).toBe(false)
  expect(codeViewAt('b0').isFolded).toBe(true)
})

test('code of more than 25 lines is long', () => {
  expect([isLongCode('x\n'.repeat(24)), isLongCode('x\n'.repeat(25))]).toEqual([false, true])
  expect(lineCount('a\n\nb')).toBe(3)
})
