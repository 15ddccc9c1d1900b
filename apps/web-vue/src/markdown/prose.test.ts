import type { Block, BlockNode, InlineNode } from '@livetype/client'
import { expect, test } from 'vitest'
import { createApp, createRenderer, h, nextTick, type RendererOptions, shallowRef } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { servicesKey } from '../services/services.ts'
import { MarkdownBlock } from './markdown-block.ts'
import Prose from './Prose.vue'

const text = (value: string): InlineNode => ({ kind: 'text', text: value })
const paragraph = (...children: InlineNode[]): BlockNode => ({ kind: 'paragraph', children })
const toBlocks = (nodes: BlockNode[]): Block[] => nodes.map((node, key) => ({ key, node, isSettled: true }))

async function draw(...nodes: BlockNode[]): Promise<string> {
  const app = createApp(() => h(Prose, { blocks: toBlocks(nodes), isTyping: false }))
  // A code block only uses its services once it is clicked.
  app.provide(servicesKey, Object.create(null))
  return (await renderToString(app)).replaceAll(/<!--.*?-->/g, '')
}

test('raw HTML is shown as the text that it is', async () => {
  const html = '<img src=x onerror=alert(1)>'
  const drawn = await draw(
    { kind: 'html-block', text: html },
    paragraph({ kind: 'html', text: html }),
    paragraph(text(html)),
  )
  expect(drawn).not.toContain('<img')
  expect(drawn.match(/&lt;img src=x onerror=alert\(1\)&gt;/g)).toHaveLength(3)
})

test('a link opens elsewhere and tells nothing of where it was', async () => {
  const drawn = await draw(
    paragraph({ kind: 'link', href: 'https://a.example/', title: null, children: [text('there')] }),
  )
  expect(drawn).toContain('<a href="https://a.example/" target="_blank" rel="noopener noreferrer nofollow">there</a>')
})

test('an address that is not allowed makes no link', async () => {
  const drawn = await draw(paragraph({ kind: 'link', href: null, title: null, children: [text('there')] }))
  expect(drawn).toContain('<span class="unsafe-link">there</span>')
  expect(drawn).not.toContain('<a')
})

test('an image is a link and is never loaded', async () => {
  const drawn = await draw(paragraph({ kind: 'image', src: 'https://a.example/i.png', alt: 'A cat', title: null }))
  expect(drawn).not.toContain('<img')
  expect(drawn).toMatch(/<a class="image-link" href="https:\/\/a\.example\/i\.png".*Image: A cat<\/a>/)
})

test('headings stand below that of their message, and leave no level out', async () => {
  const drawn = await draw(
    { kind: 'heading', depth: 1, children: [text('One')] },
    { kind: 'heading', depth: 6, children: [text('Six')] },
  )
  expect(drawn).toContain('<h3 data-depth="1">One</h3><h4 data-depth="6">Six</h4>')
})

test('code keeps its lines and says its language', async () => {
  const drawn = await draw({ kind: 'code', language: 'ts', text: 'a\n  b < c', isClosed: false })
  expect(drawn).toContain('<code>a\n  b &lt; c</code>')
  expect(drawn).toContain('<span class="code-language">ts</span>')
})

test('lists, tasks and tables', async () => {
  const drawn = await draw(
    { kind: 'list', start: 3, items: [{ isChecked: true, children: [{ kind: 'plain', children: [text('done')] }] }] },
    { kind: 'table', columns: ['right'], header: [[text('n')]], rows: [[[text('1')]]] },
  )
  expect(drawn).toMatch(
    /<ol dir="auto" start="3"><li class="task"><span [^>]*data-checked="true"[^>]*><\/span>done<\/li><\/ol>/,
  )
  expect(drawn).toContain('<th scope="col" data-align="right">n</th>')
  expect(drawn).toContain('<td data-align="right">1</td>')
})

interface FakeNode {
  text: string
  parent: FakeNode | null
}

/** A renderer without a document that notes which texts are written. */
function createRecorder() {
  const written: string[] = []
  const make = (value = ''): FakeNode => ({ text: value, parent: null })
  const options: RendererOptions<FakeNode, FakeNode> = {
    createElement: () => make(),
    createText: (value) => {
      if (value) written.push(value)
      return make(value)
    },
    createComment: () => make(),
    setText: (_, value) => written.push(value),
    setElementText: (_, value) => written.push(value),
    insert: (node, parent) => {
      node.parent = parent
    },
    remove: () => {},
    patchProp: () => {},
    parentNode: (node) => node.parent,
    nextSibling: () => null,
  }
  return { written, renderer: createRenderer(options), root: make() }
}

test('[STORE2] a token redraws the block it belongs to and no other', async () => {
  const first = paragraph(text('first'))
  const list: BlockNode = {
    kind: 'list',
    start: null,
    items: [{ isChecked: null, children: [paragraph(text('item'))] }],
  }
  const blocks = shallowRef(toBlocks([first, list, paragraph(text('gro'))]))
  const { written, renderer, root } = createRecorder()
  renderer.createApp(() => blocks.value.map(({ key, node }) => h(MarkdownBlock, { key, node }))).mount(root)
  expect(written).toEqual(['first', 'item', 'gro'])

  blocks.value = toBlocks([first, list, paragraph(text('growing'))])
  await nextTick()
  expect(written.slice(3)).toEqual(['growing'])
})

test('[STORE2] in a list that grows, the items before keep what is drawn', async () => {
  const item = (value: string) => ({ isChecked: null, children: [paragraph(text(value))] })
  const first = item('one')
  const blocks = shallowRef(toBlocks([{ kind: 'list', start: null, items: [first, item('t')] }]))
  const { written, renderer, root } = createRecorder()
  renderer.createApp(() => blocks.value.map(({ key, node }) => h(MarkdownBlock, { key, node }))).mount(root)
  written.length = 0

  blocks.value = toBlocks([{ kind: 'list', start: null, items: [first, item('two')] }])
  await nextTick()
  expect(written).toEqual(['two'])
})
