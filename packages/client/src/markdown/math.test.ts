import { describe, expect, test } from 'vitest'
import { closeTail } from './close-tail.ts'
import { createMarkdownStream, parseMarkdown } from './markdown-stream.ts'
import type { BlockNode, InlineNode } from './nodes.ts'

/** The formulas of a text, wherever they stand, as they are written. */
function formulas(text: string): string[] {
  return parseMarkdown(text).flatMap(({ node }) => formulasOf(node))
}

function formulasOf(node: BlockNode | InlineNode): string[] {
  if (node.kind === 'math' || node.kind === 'math-block') return [node.source]
  if (node.kind === 'list') return node.items.flatMap((item) => item.children.flatMap(formulasOf))
  if (node.kind === 'table') return [...node.header, ...node.rows.flat()].flatMap((cell) => cell.flatMap(formulasOf))
  return 'children' in node ? node.children.flatMap(formulasOf) : []
}

describe('[RICH1] formulas', () => {
  test.each([
    ['so $x^2$ and', ['$x^2$']],
    ['**so $a_1*b*c$**, *and*', ['$a_1*b*c$']],
    ['the $n$th, ($k$)', ['$n$', '$k$']],
    ['the \\(a_1\\) and \\[b\\] of it', ['\\(a_1\\)', '\\[b\\]']],
    ['it is $$x$$.', ['$$x$$']],
    ['- a $x$\n- b', ['$x$']],
    ['| a |\n|---|\n| $x$ |', ['$x$']],
    ['so\n$$\nx\n- y\n=\n# z\n$$\nis', ['$$\nx\n- y\n=\n# z\n$$']],
    ['\\[\nx\n\\]\n', ['\\[\nx\n\\]']],
    ['> $$\n> x\n> $$', ['$$\nx\n$$']],
    ['$a\\$b$', ['$a\\$b$']],
  ])('are read in %j', (text, expected) => {
    expect(formulas(text)).toEqual(expected)
  })

  test.each([
    'It costs $5 and $10.',
    'From $5,000 to $6,000, $7',
    'US$5/EU$6',
    'a $ b $ c',
    '$HOME and $PATH',
    '5$ or 10$',
    '`$x$` and ``\\(x\\)``',
    '```\n$$\nx\n$$\n```',
    '\\$x$',
    '[x](a$b$c)',
    '\\[x\\](/y)',
    'an empty $$ $$',
  ])('are not read in %j', (text) => {
    expect(formulas(text)).toEqual([])
  })

  test('have their emphasis to themselves', () => {
    expect(parseMarkdown('*a $b*c$ d*')[0]?.node).toMatchObject({
      children: [{ kind: 'emphasis', children: [{ text: 'a ' }, { kind: 'math', text: 'b*c' }, { text: ' d' }] }],
    })
  })

  test('that are not closed by the next blank line are shown as they are written', () => {
    expect(parseMarkdown('$$\nx *y*\n\nmore').map(({ node }) => node)).toEqual([
      { kind: 'math-block', text: 'x *y*', source: '$$\nx *y*', isClosed: false },
      { kind: 'paragraph', children: [{ kind: 'text', text: 'more' }] },
    ])
  })

  test.each([
    ['so $x_1 *', 'so \\$x\\_1 \\*'],
    ['so \\(a_1', 'so \\\\\\(a\\_1'],
    ['**so $x_1', '**so \\$x\\_1**'],
    ['it is $5 and **bo', 'it is $5 and **bo**'],
    ['set $HOME and **bo', 'set $HOME and **bo**'],
    ['so $x$ **bo', 'so $x$ **bo**'],
    ['so $', 'so '],
    ['text\n$', 'text\n'],
    ['$$\nx **b', '$$\nx **b'],
    ['$$\nx\n$$\n**b', '$$\nx\n$$\n**b**'],
  ])('that are being written are their source meanwhile: %j', (tail, expected) => {
    expect(closeTail(tail)).toBe(expected)
  })

  test('do not become anything else on the way', () => {
    const stream = createMarkdownStream()
    const seen = new Set<string>()
    for (const character of 'so\n\n$$\na_1 * b * c\n- d\n$$\n') {
      stream.append(character)
      for (const { node } of stream.blocks().slice(1)) seen.add(node.kind)
    }
    expect([...seen]).toEqual(['math-block'])
  })
})

describe('[RICH2] footnotes', () => {
  test('are blocks, and marks in the text', () => {
    const text = 'so[^1] it[^a b] is.\n\n[^1]: one *b*\nlazy\n\n    more\n[^2]: two\n\nend'
    expect(parseMarkdown(text).map(({ node }) => node)).toMatchObject([
      { children: [{ text: 'so' }, { kind: 'footnote-reference', label: '1' }, { text: ' it[^a b] is.' }] },
      { kind: 'footnote', label: '1', children: [{ kind: 'paragraph' }, { kind: 'paragraph' }] },
      { kind: 'footnote', label: '2', children: [{ kind: 'paragraph' }] },
      { kind: 'paragraph', children: [{ text: 'end' }] },
    ])
  })

  test('are marks before they are defined, and text at the end where they never were', () => {
    const stream = createMarkdownStream()
    stream.append('a[^1] b[^2]\n\nmore\n')
    expect(stream.blocks()[0]?.node).toMatchObject({ children: [{}, { label: '1' }, {}, { label: '2' }] })
    stream.append('\n[^2]: two')
    expect(stream.end()[0]?.node).toMatchObject({ children: [{ text: 'a[^1] b' }, { label: '2' }] })
  })

  test('are no link within a link, and none in code', () => {
    expect(parseMarkdown('[a **b[^1]**](/c) `[^1]`\n\n[^1]: d')[0]?.node).toMatchObject({
      children: [
        { kind: 'link', children: [{ text: 'a ' }, { children: [{ text: 'b' }] }] },
        { text: ' ' },
        { kind: 'inline-code' },
      ],
    })
  })

  test.each([
    ['see[^no', 'see'],
    ['see[^note]', 'see[^note]'],
    ['a\n\n[^1', 'a\n\n'],
    ['a\n\n[^1]: **b', 'a\n\n[^1]: **b**'],
  ])('are not seen half: %j', (tail, expected) => {
    expect(closeTail(tail)).toBe(expected)
  })
})
