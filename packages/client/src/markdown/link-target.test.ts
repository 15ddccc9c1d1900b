import { describe, expect, test } from 'vitest'
import { linkTarget } from './link-target.ts'
import { parseMarkdown } from './markdown-stream.ts'
import type { InlineNode } from './nodes.ts'
import { plainText } from './token-to-node.ts'

test.each([
  ['https://user@Example.org:8080/a', 'example.org:8080'],
  ['https://b\u00fccher.example/', 'xn--bcher-kva.example'],
  ['https://%D0%B0pple.example/', 'xn--pple-43d.example'],
  ['mailto:a@example.org?subject=x', 'a@example.org'],
  ['/c/1', null],
  ['#top', null],
  ['https://[', null],
  [null, null],
])('[SAFE2] %j leads to %j', (href, expected) => {
  expect(linkTarget(href)).toBe(expected)
})

/** The only node of a line, and the texts in it. */
function drawn(markdown: string): { node: InlineNode | undefined; text: string } {
  const block = parseMarkdown(markdown)[0]?.node
  const children = block?.kind === 'paragraph' ? block.children : []
  return { node: children[0], text: plainText(children) }
}

describe('[SAFE2] a link whose text could be taken for another target has its own behind it', () => {
  test.each([
    ['[https://bank.example/login](https://evil.example/)', 'https://bank.example/login \u2068(evil.example)\u2069'],
    ['[bank.example](https://evil.example/)', 'bank.example \u2068(evil.example)\u2069'],
    ['[see www.bank.example](https://evil.example/)', 'see www.bank.example \u2068(evil.example)\u2069'],
    ['[**bank.example**/a](https://evil.example/)', 'bank.example/a \u2068(evil.example)\u2069'],
    ['[ba\u200bnk.example](https://evil.example/)', 'ba\u200bnk.example \u2068(evil.example)\u2069'],
    ['[\u202emoc.knab//:sptth](https://evil.example/)', 'moc.knab//:sptth \u2068(evil.example)\u2069'],
    ['[&#x202e;moc.knab](https://evil.example/)', 'moc.knab \u2068(evil.example)\u2069'],
    ['[\u200b](https://evil.example/)', '\u200b \u2068(evil.example)\u2069'],
    ['[apple](https://\u0430\u0440\u0440\u04cf\u0435.example/)', 'apple \u2068(xn--80ak6aa92e.example)\u2069'],
    ['<https://bank.example@evil.example/>', 'https://bank.example@evil.example/ \u2068(evil.example)\u2069'],
    ['[help](https://example.org/)', 'help'],
    ['[https://example.org/a](https://www.example.org/b)', 'https://example.org/a'],
    ['[example.org](https://example.org/)', 'example.org'],
    ['<https://example.org/a>', 'https://example.org/a'],
    ['<a@example.org>', 'a@example.org'],
    ['[this page](/c/1)', 'this page'],
  ])('%j', (markdown, expected) => {
    expect(drawn(markdown).text).toBe(expected)
  })
})

test('[SAFE2] where a link leads stands before the title that it was given', () => {
  expect(drawn('[a](https://evil.example/ "https://bank.example/")').node).toMatchObject({
    title: 'evil.example\nhttps://bank.example/',
  })
  expect(drawn('[a](https://evil.example/)').node).toMatchObject({ title: 'evil.example' })
  expect(drawn('[a](/c/1 "here")').node).toMatchObject({ title: 'here' })
})

test('[SAFE2] an image says where it is, and one in a link is no link of its own', () => {
  expect(drawn('![a *b*](https://c.example/d.png)').node).toMatchObject({
    alt: 'a b \u2068(c.example)\u2069',
    title: 'c.example',
  })
  expect(drawn('[*![a](https://c.example/d.png)*](https://e.example/)').node).toMatchObject({
    href: 'https://e.example/',
    children: [{ children: [{ kind: 'image', src: null, alt: 'a' }] }],
  })
})
