import { expect, it } from 'vitest'
import { searchWords } from './search-words.ts'

const words = (text: string) => [...searchWords(text)].map(({ word }) => word)

it.each([
  ['words, numbers and marks', 'The fox’s 3 dens: snake_case, a.b()', 'the fox s 3 dens snake case a b'],
  [
    'case and accents',
    'ÉCOLE Straße Łódź Ærø ΣΊΣΥΦΟΣ İstanbul ISPARTA',
    'ecole strasse lodz aero σισυφοσ istanbul isparta',
  ],
  ['an accent of its own', 'e\u0301cole', 'ecole'],
  ['Russian й and ё', 'Ёлка май', 'елка маи'],
  ['Chinese, character by character', '我们用TypeScript写', '我 们 用 typescript 写'],
  ['Japanese', 'データを見る、ー', 'デ ー タ を 見 る ー'],
  ['Korean', '학교에서', '학 교 에 서'],
  ['Thai with its vowels', 'ที่นี่', 'ที่ นี่'],
  ['Hindi keeps its vowels', 'हिन्दी', 'हिन्दी'],
  ['Arabic and Hebrew without points', 'مُحَمَّد שָׁלוֹם', 'محمد שלום'],
  ['wide and half-width letters', 'ＡＢＣ１２', 'abc12'],
  ['ligatures and fractions', 'ﬁne ½', 'fine 12'],
  ['emoji', 'ship it 🚀❤️!', 'ship it 🚀 ❤'],
  ['nothing', ' —…!? ', ''],
])('%s', (_, text, expected) => {
  expect(words(text).join(' ')).toBe(expected)
})

it('says where a word stands, in UTF-16 units', () => {
  expect([...searchWords('🚀 Ünder 我')]).toEqual([
    { word: '🚀', start: 0, end: 2 },
    { word: 'under', start: 3, end: 8 },
    { word: '我', start: 9, end: 10 },
  ])
})

it('compares a word that has no end by its beginning, and never cuts a character in two', () => {
  expect(words('x'.repeat(10_000))).toEqual(['x'.repeat(64)])
  expect(words(`x${'𝒳'.repeat(100)}`)[0]).toBe('x'.repeat(64))
  expect(words(`x${'𐐨'.repeat(100)}`)[0]).toBe(`x${'𐐨'.repeat(31)}`)
})
