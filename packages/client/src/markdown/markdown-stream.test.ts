import { describe, expect, test } from 'vitest'
import { createMarkdownStream, parseMarkdown } from './markdown-stream.ts'
import type { BlockNode } from './nodes.ts'

function nodesOf(text: string): BlockNode[] {
  return parseMarkdown(text).map((block) => block.node)
}

const text = (value: string) => ({ kind: 'text', text: value }) as const
const paragraph = (value: string) => ({ kind: 'paragraph', children: [text(value)] }) as const

describe('parseMarkdown', () => {
  test('names headings, paragraphs and rules', () => {
    expect(nodesOf('# One\n\ntwo\n\n---\n')).toEqual([
      { kind: 'heading', depth: 1, children: [text('One')] },
      paragraph('two'),
      { kind: 'rule' },
    ])
  })

  test('names emphasis, code, breaks and strikes', () => {
    expect(nodesOf('**a** *b* ~~c~~ `d & e`  \nf')).toEqual([
      {
        kind: 'paragraph',
        children: [
          { kind: 'strong', children: [text('a')] },
          text(' '),
          { kind: 'emphasis', children: [text('b')] },
          text(' '),
          { kind: 'strike', children: [text('c')] },
          text(' '),
          { kind: 'inline-code', text: 'd & e' },
          { kind: 'line-break' },
          text('f'),
        ],
      },
    ])
  })

  test('tells tight items from loose ones, and tasks from others', () => {
    expect(nodesOf('3. a\n4. [x] b\n')).toEqual([
      {
        kind: 'list',
        start: 3,
        items: [
          { isChecked: null, children: [{ kind: 'plain', children: [text('a')] }] },
          { isChecked: true, children: [{ kind: 'plain', children: [text('b')] }] },
        ],
      },
    ])
    expect(nodesOf('- a\n\n- [ ] b\n')).toEqual([
      {
        kind: 'list',
        start: null,
        items: [
          { isChecked: null, children: [paragraph('a')] },
          { isChecked: false, children: [paragraph('b')] },
        ],
      },
    ])
  })

  test('names the language of code and whether its fence is closed', () => {
    expect(nodesOf('```ts title=a\nlet a\n```\n\n~~~\nb')).toEqual([
      { kind: 'code', language: 'ts', text: 'let a', isClosed: true },
      { kind: 'code', language: '', text: 'b', isClosed: false },
    ])
  })

  test('ends a table at a blank line, also at one with a tab in it', () => {
    const [table, paragraph, ...others] = parseMarkdown('a | b\n--- | ---\n1 | 2\n \t\nc | d').map(({ node }) => node)
    expect(table).toMatchObject({ kind: 'table', rows: [expect.anything()] })
    expect(paragraph).toMatchObject({ kind: 'paragraph' })
    expect(others).toEqual([])
  })

  test.each(['', 'x', '\nx'])('reads dashes without end, then %j, in no more steps than there are of them', (end) => {
    const [block] = parseMarkdown(`a | b\n|${'-'.repeat(200_000)}${end}`)
    expect(block?.node.kind).toBe('paragraph')
  })

  test('gives every row of a table as many cells as there are columns', () => {
    expect(nodesOf('| a | b |\n|:-:|---|\n| 1 |\n')).toEqual([
      {
        kind: 'table',
        columns: ['center', null],
        header: [[text('a')], [text('b')]],
        rows: [[[text('1')], []]],
      },
    ])
  })

  test.each([
    ['a &amp; b', 'a & b'],
    ['&amp;lt;', '&lt;'],
    ['&lt;b&gt; &#65;&#x42; &copy; &hellip;', '<b> AB © …'],
    ['&nosuchname; & x', '&nosuchname; & x'],
    ['\\&amp;', '&amp;'],
    ['&#38;lt;', '&lt;'],
  ])('decodes entities once: %j', (source, expected) => {
    expect(nodesOf(source)).toEqual([paragraph(expected)])
  })

  test('leaves entities in code and in bare addresses alone', () => {
    expect(nodesOf('`&amp;`')).toEqual([{ kind: 'paragraph', children: [{ kind: 'inline-code', text: '&amp;' }] }])
    expect(nodesOf('<https://a.example/?b&amp;c>')).toMatchObject([
      { children: [{ kind: 'link', href: 'https://a.example/?b&amp;c' }] },
    ])
  })

  test.each([
    '[x](javascript:alert(1))',
    '[x](javascript&colon;alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](<java\tscript:alert(1)>)',
    '[x](data:text/html,hi)',
    '<javascript:alert(1)>',
  ])('gives no address to %j', (source) => {
    expect(nodesOf(source)).toMatchObject([{ children: [{ kind: 'link', href: null }] }])
  })

  test('gives an address and a title to a link, and the plain text to an image', () => {
    expect(nodesOf('[a *b*](/c?d&amp;e "f &quot;g")')).toEqual([
      {
        kind: 'paragraph',
        children: [
          {
            kind: 'link',
            href: '/c?d&e',
            title: 'f "g',
            children: [text('a '), { kind: 'emphasis', children: [text('b')] }],
          },
        ],
      },
    ])
    expect(nodesOf('![a *b*](/d.png)')).toEqual([
      { kind: 'paragraph', children: [{ kind: 'image', src: '/d.png', alt: 'a b', title: null }] },
    ])
  })

  test('keeps raw HTML as text, but for a line break', () => {
    expect(nodesOf('<div onclick="x()">\nhi\n</div>\n\na <b>c</b><br>d')).toEqual([
      { kind: 'html-block', text: '<div onclick="x()">\nhi\n</div>' },
      {
        kind: 'paragraph',
        children: [
          text('a '),
          { kind: 'html', text: '<b>' },
          text('c'),
          { kind: 'html', text: '</b>' },
          { kind: 'line-break' },
          text('d'),
        ],
      },
    ])
  })

  test('shows what the parser chokes on as it is', () => {
    const source = '- - the\n    > -\n    the\n    \n- the\n    ===\n\n\nthe\n\n'
    expect(nodesOf(source)).toMatchObject([{ kind: 'paragraph' }])
  })
})

describe('createMarkdownStream', () => {
  test('keeps the reference of a block that is settled', () => {
    const stream = createMarkdownStream()
    stream.append('one\n\ntwo\n\n')
    const [first] = stream.blocks()
    expect(first).toMatchObject({ key: 0, isSettled: true })
    stream.append('three\n')
    stream.append('\n```\n')
    expect(stream.blocks()[0]).toBe(first)
    expect(stream.end()[0]).toBe(first)
  })

  test('returns the same array until the text changes', () => {
    const stream = createMarkdownStream()
    stream.append('one')
    expect(stream.blocks()).toBe(stream.blocks())
    expect(stream.end()).toBe(stream.end())
  })

  test('keeps the key and the node of the last block when it settles', () => {
    const stream = createMarkdownStream()
    stream.append('one\n\ntwo')
    const last = stream.blocks()[1]
    expect(last).toMatchObject({ key: 1, isSettled: false })
    expect(stream.end()[1]).toEqual({ key: 1, node: last?.node, isSettled: true })
    expect(stream.end()[1]?.node).toBe(last?.node)
  })

  test('keeps the items of a growing list that do not change', () => {
    const stream = createMarkdownStream()
    stream.append('- one\n- tw')
    const before = stream.blocks()[0]?.node
    stream.append('o')
    const after = stream.blocks()[0]?.node
    expect(after).not.toBe(before)
    if (before?.kind !== 'list' || after?.kind !== 'list') throw new Error('no list')
    expect(after.items[0]).toBe(before.items[0])
  })

  test('types code in a fence, without what could be its end', () => {
    const stream = createMarkdownStream()
    const seen: string[] = []
    for (const piece of ['```', 'ts', '\r', '\nlet a', '\r\n', '  b\n', '``', '`', '\n', 'after']) {
      stream.append(piece)
      const node = stream.blocks()[0]?.node
      seen.push(node?.kind === 'code' ? node.text : '-')
    }
    expect(seen).toEqual([
      '-',
      '',
      '',
      'let a',
      'let a',
      'let a\n  b',
      'let a\n  b',
      'let a\n  b',
      'let a\n  b',
      'let a\n  b',
    ])
    expect(stream.end().map((block) => block.node)).toEqual([
      { kind: 'code', language: 'ts', text: 'let a\n  b', isClosed: true },
      paragraph('after'),
    ])
  })

  test('keeps ticks that turn out to be code', () => {
    const stream = createMarkdownStream()
    stream.append('````\n```')
    expect(stream.blocks()[0]?.node).toMatchObject({ kind: 'code', text: '' })
    stream.append('\nx')
    expect(stream.blocks()[0]?.node).toMatchObject({ kind: 'code', text: '```\nx' })
  })

  test('shows emphasis before it is closed, and what was written once the text has ended', () => {
    const stream = createMarkdownStream()
    stream.append('a **b')
    expect(stream.blocks()[0]?.node).toEqual({
      kind: 'paragraph',
      children: [text('a '), { kind: 'strong', children: [text('b')] }],
    })
    expect(stream.end()[0]?.node).toEqual(paragraph('a **b'))
  })

  test('resolves a link whose address comes last', () => {
    const stream = createMarkdownStream()
    stream.append('see [docs]\n\nmore\n\n[docs]:')
    expect(stream.blocks()[0]).toMatchObject({ isSettled: true })
    const more = stream.blocks()[1]
    stream.append(' https://example.org\n')
    const blocks = stream.end()
    expect(blocks[0]?.node).toMatchObject({ children: [text('see '), { kind: 'link', href: 'https://example.org' }] })
    expect(blocks[1]?.node).toBe(more?.node)
  })

  test('reads less often where reading takes long, and everything at the end', () => {
    let nowMs = 0
    let readingMs = 10
    let isReading = false
    // Each reading looks at the clock when it begins and when it ends.
    const clock = () => {
      isReading = !isReading
      if (!isReading) nowMs += readingMs
      return nowMs
    }
    const rests = () => {
      // Looked at once, to find that it is not time yet.
      isReading = false
      return stream.isBehind
    }
    const stream = createMarkdownStream({ clock })
    stream.append('a')
    expect(stream.blocks()).toMatchObject([{ node: paragraph('a') }])
    expect(stream.isBehind).toBe(false)
    stream.append('b')
    nowMs += 29
    expect(stream.blocks()).toMatchObject([{ node: paragraph('a') }])
    expect(rests()).toBe(true)
    nowMs += 1
    readingMs = 4
    expect(stream.blocks()).toMatchObject([{ node: paragraph('ab') }])
    expect(stream.isBehind).toBe(false)
    stream.append('c')
    readingMs = 10
    expect(stream.blocks()).toMatchObject([{ node: paragraph('abc') }])
    stream.append('d')
    expect(stream.blocks()).toMatchObject([{ node: paragraph('abc') }])
    expect(rests()).toBe(true)
    expect(stream.end()).toMatchObject([{ node: paragraph('abcd') }])
    expect(stream.isBehind).toBe(false)
  })

  test('refuses text after the end', () => {
    const stream = createMarkdownStream()
    stream.end()
    expect(() => stream.append('a')).toThrow('has ended')
  })

  test.each([
    ['list', (index: number) => `${index + 1}. an **item** of a list\n    - with a _nested_ one\n`, ''],
    ['list', (index: number) => `- item ${index}\n\n  more of it\n\n`, ''],
    ['list', (index: number) => `${index > 30 ? '\n' : ''}* item ${index}\n`, ''],
    ['table', (index: number) => `| ${index} | **b** |\n`, '| a | b |\n|:--|---|\n'],
    ['table', (index: number) => `${index} | **b**\n`, 'a | b\n-|-\n'],
  ] as const)(
    'draws a long %s while it is written as it will be in the end, and keeps its parts',
    (kind, part, head) => {
      const stream = createMarkdownStream({ longBlockLength: 200 })
      stream.append(head)
      let before: readonly unknown[] = []
      for (let index = 0; index < 60; index += 1) {
        for (const piece of part(index).match(/[\s\S]{1,5}/g) ?? []) {
          stream.append(piece)
          stream.blocks()
        }
        const node = stream.blocks()[0]?.node
        expect(node?.kind).toBe(kind)
        const parts = node?.kind === 'list' ? node.items : node?.kind === 'table' ? node.rows : []
        // Blank lines between the items make all of them loose, once.
        const kept = index === 31 ? [] : parts.slice(0, Math.max(0, index - 2))
        expect(kept.every((each, at) => each === before[at])).toBe(true)
        before = parts
      }
      const live = stream.blocks()
      expect(live).toHaveLength(1)
      expect(live[0]?.node).toEqual(stream.end()[0]?.node)
    },
  )

  test('costs no more for the last item of a long list than for the first', () => {
    const item = '- an item with **bold** text\n'
    const stream = createMarkdownStream()
    stream.append(item.repeat(2000))
    stream.blocks()
    stream.append(item)
    const before = stream.blocks()[0]?.node
    stream.append('- and')
    const after = stream.blocks()[0]?.node
    if (before?.kind !== 'list' || after?.kind !== 'list') throw new Error('no list')
    expect(after.items).toHaveLength(2002)
    expect(after.items.slice(0, 2000).every((each, index) => each === before.items[index])).toBe(true)
  })
})
