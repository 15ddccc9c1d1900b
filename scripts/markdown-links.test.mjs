import { expect, test } from 'vitest'
import { anchorsOf, brokenLinks, localLinks } from './markdown-links.mjs'

test('links, images and definitions are found; code and addresses on the web are not', () => {
  const text = [
    'See [a](docs/a.md#one) and ![b](b.png "title").',
    '[c]: ../c.md',
    '`[not](code.md)` and [web](https://example.com) and [mail](mailto:a@example.com)',
    '```md',
    '[not](fence.md)',
    '```',
    '<img src="d.svg">',
  ].join('\n')
  expect(localLinks(text)).toEqual([
    { line: 1, target: 'docs/a.md#one' },
    { line: 1, target: 'b.png' },
    { line: 2, target: '../c.md' },
    { line: 7, target: 'd.svg' },
  ])
})

test('anchors are what GitHub makes of headings', () => {
  const text =
    '# The way of a `token`\n\n## Words (one per thing)\n\n## Words (one per thing)\n\n### **RUN1** – *sending*\n<a id="own"></a>'
  expect([...anchorsOf(text)]).toEqual([
    'the-way-of-a-token',
    'words-one-per-thing',
    'words-one-per-thing-1',
    'run1--sending',
    'own',
  ])
})

test('a missing file and a missing heading are told with their line', () => {
  /** @type {Record<string, string>} */
  const files = { 'docs/a.md': '# One', docs: '' }
  const text = '[ok](a.md#one) [ok](../docs) [ok](#here)\n[no](b.md) [no](a.md#two)\n# Here'
  expect(brokenLinks('docs/page.md', text, (path) => files[path])).toEqual([
    'docs/page.md:2 "b.md": there is no such file.',
    'docs/page.md:2 "a.md#two": that page has no heading "two".',
  ])
})
