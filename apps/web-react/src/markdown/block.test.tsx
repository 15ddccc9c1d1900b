import { parseMarkdown } from '@livetype/client'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type Services, ServicesContext } from '../services.ts'
import { Prose } from './prose.tsx'

/** The toaster is all that a block uses of the services. */
const services = { toaster: { create() {}, success() {}, error() {} } } as Partial<Services> as Services

function html(markdown: string): string {
  const prose = createElement(Prose, { blocks: parseMarkdown(markdown), isTyping: false })
  return renderToStaticMarkup(createElement(ServicesContext, { value: services }, prose))
}

test('a safe link opens in a tab of its own and tells nothing of this page', () => {
  expect(html('[docs](https://example.com/a)')).toContain(
    '<a href="https://example.com/a" title="example.com" target="_blank" rel="noopener noreferrer nofollow">docs</a>',
  )
})

test('a link to a script is its text and no link', () => {
  const shown = html('[click](javascript:alert(1))')
  expect(shown).toContain('<span class="unsafe-link">click</span>')
  expect(shown).not.toContain('href')
})

test('raw HTML is shown as text', () => {
  const shown = html('<img src=x onerror=alert(1)>\n\nand <b>bold</b>')
  expect(shown).not.toMatch(/<img|<b>/)
  expect(shown).toContain('&lt;img src=x onerror=alert(1)&gt;')
})

test('an image is a link to it, never loaded', () => {
  const shown = html('![a cat](https://example.com/cat.png)')
  expect(shown).not.toContain('<img')
  expect(shown).toMatch(/<a class="image-link" href="https:\/\/example\.com\/cat\.png"/)
})

test('a table scrolls in a region that the keyboard reaches, and keeps its alignment', () => {
  const shown = html('| a | b |\n|---|--:|\n| 1 | 2 |')
  expect(shown).toMatch(/<div class="table-scroll" dir="auto" tabindex="0" role="group" aria-label="[^"]+"><table>/)
  expect(shown).toContain('<th scope="col" data-align="right">b</th>')
})

test('[CODE1] code names its language, and is there before its colours are', () => {
  const shown = html('```ts\nconst a = 1 < 2\n```')
  expect(shown).toContain('<span class="code-language">ts</span>')
  expect(shown).toContain('<code>const a = 1 &lt; 2</code>')
})

test('a task says whether it is done', () => {
  expect(html('- [x] one\n- [ ] two').match(/aria-label="(Done|Not done)"/g)).toEqual([
    'aria-label="Done"',
    'aria-label="Not done"',
  ])
})

test('headings begin below the heading of their message', () => {
  expect(html('## One\n\n#### Two')).toBe(
    '<div class="prose" dir="auto"><h3 data-depth="2">One</h3><h4 data-depth="4">Two</h4></div>',
  )
})
