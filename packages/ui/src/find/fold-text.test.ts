import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText, foldWithOrigins, occurrencesIn } from './fold-text.ts'

test('case, accents and the kind of white space make no difference', () => {
  expect(foldText('Crème Brûlée')).toBe(foldText('CREME\nbrulee'))
  expect(foldText('ΟΔΟΣ')).toBe(foldText('οδός'))
  expect(foldText('Ёлка')).toBe(foldText('елка'))
})

test('a match leads back to where it stands in the text', () => {
  const text = 'Ein Café 😀 café'
  const folded = foldWithOrigins(text)
  const places = occurrencesIn(folded.text, foldText('CAFE'))
  expect(places.map((at) => text.slice(folded.originOf(at), folded.originOf(at + 4)))).toEqual(['Café', 'café'])
})

test('occurrences do not overlap, and nothing is found nowhere', () => {
  expect(occurrencesIn('aaaaa', 'aa')).toEqual([0, 2])
  expect(occurrencesIn('aaa', '')).toEqual([])
})

test('both ways of folding agree, and the way back never leaves the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const folded = foldWithOrigins(text)
      expect(folded.text).toBe(foldText(text))
      expect(folded.originOf(folded.text.length)).toBe(text.length)
    }),
  )
})
