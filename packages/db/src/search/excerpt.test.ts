import { expect, it } from 'vitest'
import { excerptOf, markedText } from './excerpt.ts'
import { parseSearchTerms } from './search-terms.ts'

/** With ⟨⟩ around what is marked. */
const shown = (segments: readonly { text: string; isMatch: boolean }[]) =>
  segments.map(({ text, isMatch }) => (isMatch ? `⟨${text}⟩` : text)).join('')
const excerpt = (text: string, query: string) => shown(excerptOf(text, parseSearchTerms(query)))
const filler = 'lorem ipsum dolor sit amet '.repeat(30)

it('marks words, phrases and beginnings as they stand in the text', () => {
  expect(excerpt('The École is in a Straße.', 'ecole strass')).toBe('The ⟨École⟩ is in a ⟨Straße⟩.')
  expect(excerpt('one, two. Two one', '"one two"')).toBe('⟨one, two⟩. Two one')
  expect(excerpt('我们用 TypeScript', '用type')).toBe('我们⟨用 TypeScript⟩')
})

it('shows the place where most terms stand together', () => {
  const text = `alpha ${filler}beta ${filler}alpha and beta ${filler}`
  expect(excerpt(text, 'alpha beta ')).toMatch(/^….*⟨alpha⟩ and ⟨beta⟩.*…$/)
})

it('shows the beginning where what was found is too far on, or is not there', () => {
  expect(excerpt(`${'x '.repeat(60_000)}needle`, 'needle')).toMatch(/^x x x.*…$/)
})

it('is on one line, without what markdown is written with', () => {
  expect(excerpt('## Head\n\n**bold** `code`\n- one', 'bold')).toBe('Head ⟨bold⟩ code - one')
  expect(excerpt('needle, *far* [a link](https://example.com/a)[^1]\n\n> quoted\n\n- [x] done', 'needle')).toBe(
    '⟨needle⟩, far a link quoted - done',
  )
  expect(excerpt('needle\n\n| a | b |\n|:--|--:|\n| 1 | 2 |\n\n$$\nx\n$$', 'needle')).toBe('⟨needle⟩ a | b 1 | 2 x ')
  expect(excerpt('needle 2 * 3 * 4, a -- b and f(x)[0]', 'needle')).toBe('⟨needle⟩ 2 * 3 * 4, a -- b and f(x)[0]')
})

it('never cuts a character in two', () => {
  for (let length = 195; length < 225; length++) {
    const text = `${'a'.repeat(length)}${'🚀'.repeat(100)} needle ${'🚀'.repeat(200)}`
    for (const query of ['needle ', 'nothing ']) {
      for (const segment of excerptOf(text, parseSearchTerms(query))) expect(segment.text.isWellFormed()).toBe(true)
    }
  }
})

it('marks all of a title', () => {
  expect(shown(markedText('Plans and plans', parseSearchTerms('plan')))).toBe('⟨Plans⟩ and ⟨plans⟩')
})
