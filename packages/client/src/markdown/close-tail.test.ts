import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closeTail } from './close-tail.ts'
import { markdownDocument } from './markdown-documents.fixture.ts'

describe('closeTail', () => {
  test.each([
    ['plain text', 'plain text'],
    ['some **bold', 'some **bold**'],
    ['some **bold ', 'some **bold**'],
    ['some **bold*', 'some **bold**'],
    ['some **bold**', 'some **bold**'],
    ['some **', 'some '],
    ['some *', 'some '],
    ['**a *b', '**a *b***'],
    ['**a *b*', '**a *b***'],
    ['***both', '***both***'],
    ['~~gone', '~~gone~~'],
    ['snake_case', 'snake_case'],
    ['2*3 = 6', '2*3 = 6'],
    ['a `code', 'a `code`'],
    ['a `', 'a '],
    ['a ``x ` y`', 'a ``x ` y``'],
    ['a `b*c` d', 'a `b*c` d'],
    ['**a `b', '**a `b`**'],
    ['escaped \\', 'escaped '],
    ['escaped \\*', 'escaped \\*'],
  ])('closes emphasis and code: %j', (tail, expected) => {
    expect(closeTail(tail)).toBe(expected)
  })

  test.each([
    ['see [the do', 'see [the do]()'],
    ['see [', 'see '],
    ['see [docs]', 'see [docs]()'],
    ['see [docs](https://exa', 'see [docs]()'],
    ['see [docs](https://example.org)', 'see [docs](https://example.org)'],
    ['see **[docs](https://exa', 'see **[docs]()**'],
    ['see ![al', 'see ![al]()'],
    ['see ![', 'see '],
    ['as told [1]', 'as told [1]'],
    ['a <spa', 'a '],
    ['a <https://exam', 'a '],
    ['a < b', 'a < b'],
  ])('shows no half link and no half tag: %j', (tail, expected) => {
    expect(closeTail(tail)).toBe(expected)
  })

  test.each([
    ['a list:\n-', 'a list:\n'],
    ['a list:\n- ', 'a list:\n'],
    ['a list:\n1.', 'a list:\n'],
    ['a list:\n- a\n- [', 'a list:\n- a\n'],
    ['a list:\n- a\n- [x]', 'a list:\n- a\n'],
    ['text\n=', 'text\n'],
    ['text\n\n``', 'text\n\n'],
    ['text\n\n##', 'text\n\n'],
    ['text\n>', 'text\n'],
    ['- **a\n- b', '- **a\n- b'],
    ['- a\n- **b', '- a\n- **b**'],
    ['# **head', '# **head**'],
    ['> **quoted', '> **quoted**'],
    ['done **here\n\nnext', 'done **here\n\nnext'],
  ])('leaves out a line that could become anything: %j', (tail, expected) => {
    expect(closeTail(tail)).toBe(expected)
  })

  test.each([
    ['| a', '| a |\n|---|'],
    ['| a | b |', '| a | b |\n|---|---|'],
    ['| a | b |\n', '| a | b |\n|---|---|'],
    ['| a | b |\n|-', '| a | b |\n|---|---|'],
    ['| a | b |\n|---|:--', '| a | b |\n|---|---|'],
    ['| a | b |\n|---|---|\n| **x', '| a | b |\n|---|---|\n| **x**'],
    ['text\n\n| a **b', 'text\n\n| a **b** |\n|---|'],
  ])('draws a table from its header on: %j', (tail, expected) => {
    expect(closeTail(tail)).toBe(expected)
  })

  test.each([
    ['1. run\n   ```sh\n   a **b', '1. run\n   ```sh\n   a **b'],
    ['1. run\n   ```sh\n   a\n   ``', '1. run\n   ```sh\n   a\n'],
    ['1. run\n   ```sh\n   a\n   ```\n2. **then', '1. run\n   ```sh\n   a\n   ```\n2. **then**'],
    ['    a **b', '    a **b'],
  ])('leaves code alone: %j', (tail, expected) => {
    expect(closeTail(tail)).toBe(expected)
  })

  test('closes the innermost of many open marks and leaves the others as they are written', () => {
    const closed = closeTail('_a '.repeat(1000))
    expect(closed.endsWith('_a _a________')).toBe(true)
    expect(closed.match(/\\_/g)).toHaveLength(992)
    expect(closeTail('**a *b '.repeat(8))).toBe(
      `${'\\*\\*a \\*b '.repeat(4)}${'**a *b '.repeat(4).trimEnd()}${'***'.repeat(4)}`,
    )
  })

  test('takes no bracket for a link that closes too far off', () => {
    expect(closeTail(`[${'a'.repeat(400)}](b`)).toBe(`[${'a'.repeat(400)}](b`)
    expect(closeTail(`[a](${'b'.repeat(3000)}`)).toBe(`[a](${'b'.repeat(3000)}`)
  })

  test('takes any text', () => {
    fc.assert(
      fc.property(markdownDocument, fc.nat(), (text, end) => {
        expect(typeof closeTail(text.slice(0, end % (text.length + 1)))).toBe('string')
      }),
      { numRuns: 300 },
    )
  })
})
