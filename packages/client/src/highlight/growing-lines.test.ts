import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createGrowingLines } from './growing-lines.ts'

test('what is added changes the last line and those behind it', () => {
  const lines = createGrowingLines()
  expect(lines.update('a\nb')).toBe(0)
  expect(lines.update('a\nbc')).toBe(1)
  expect(lines.update('a\nbc\n\nd')).toBe(1)
  expect(lines.texts).toEqual(['a', 'bc', '', 'd'])
})

test('a text that is another from some place on changes the lines from there', () => {
  const lines = createGrowingLines()
  lines.update('a\nb\nc')
  expect(lines.update('a\nx')).toBe(1)
  expect(lines.texts).toEqual(['a', 'x'])
  expect(lines.update('a')).toBe(0)
  expect(lines.texts).toEqual(['a'])
})

test('however a text comes, its lines are those of the whole, and those before the change are as they were', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') })
  fc.assert(
    fc.property(fc.array(fc.record({ text, isMore: fc.boolean() })), (steps) => {
      const lines = createGrowingLines()
      let whole = ''
      for (const step of steps) {
        const before = [...lines.texts]
        whole = step.isMore ? whole + step.text : step.text
        const from = lines.update(whole)
        expect(lines.texts).toEqual(whole.split('\n'))
        expect(lines.texts.slice(0, from)).toEqual(before.slice(0, from))
      }
    }),
  )
})
