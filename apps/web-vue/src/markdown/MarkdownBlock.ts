import type { BlockNode, ListItem, TableCell } from '@livetype/client'
import { texts } from '@livetype/ui'
import { type FunctionalComponent, h, type VNodeChild } from 'vue'
import CodeBlock from './CodeBlock.vue'
import { drawInline } from './inline-nodes.ts'

/**
 * Draws one block. Vue skips a component whose props are the same references, and a settled block keeps its node,
 * so a token redraws the block it belongs to and no other.
 */
export const MarkdownBlock: FunctionalComponent<{ node: BlockNode }> = (props) => drawBlock(props.node)
MarkdownBlock.props = ['node']

function drawBlock(node: BlockNode): VNodeChild {
  switch (node.kind) {
    case 'paragraph':
      return h('p', drawInline(node.children))
    case 'plain':
      return drawInline(node.children)
    case 'heading':
      // The page has h1 for the conversation and h2 for the message.
      return h(`h${Math.min(6, node.depth + 2)}`, { 'data-depth': node.depth }, drawInline(node.children))
    case 'list':
      return node.start === null
        ? h('ul', node.items.map(drawItem))
        : h('ol', { start: node.start }, node.items.map(drawItem))
    case 'code':
      return h(CodeBlock, { language: node.language, text: node.text })
    case 'table':
      return drawTable(node)
    case 'blockquote':
      return h('blockquote', drawBlocks(node.children))
    case 'rule':
      return h('hr')
    case 'html-block':
      return h('p', { class: 'raw-html' }, node.text)
  }
}

/** Nested blocks keep their references as far as the parser does; each is a component of its own for that. */
function drawBlocks(nodes: readonly BlockNode[]): VNodeChild[] {
  return nodes.map((node, index) => (node.kind === 'plain' ? drawInline(node.children) : h(MarkdownBlock, { key: index, node })))
}

function drawItem(item: ListItem): VNodeChild {
  if (item.isChecked === null) return h('li', drawBlocks(item.children))
  const label = item.isChecked ? texts.task.done : texts.task.open
  const box = h('span', { class: 'task-box', role: 'img', 'aria-label': label, 'data-checked': String(item.isChecked) })
  return h('li', { class: 'task' }, [box, ...drawBlocks(item.children)])
}

function drawTable(table: Extract<BlockNode, { kind: 'table' }>): VNodeChild {
  const cells = (tag: 'th' | 'td', row: readonly TableCell[]) =>
    row.map((cell, column) => h(tag, { 'data-align': table.columns[column] ?? undefined }, drawInline(cell)))
  return h('div', { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': texts.table.label }, [
    h('table', [
      h('thead', [h('tr', cells('th', table.header))]),
      h(
        'tbody',
        table.rows.map((row) => h('tr', cells('td', row))),
      ),
    ]),
  ])
}
