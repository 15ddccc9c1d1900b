import {
  type Block,
  type BlockNode,
  type ColumnAlignment,
  groupsOf,
  type ListItem,
  type TableCell,
} from '@livetype/client'
import { type PlacedBlock, texts } from '@livetype/ui'
import { type FunctionalComponent, h, type VNodeChild } from 'vue'
import Code from './Code.vue'
import { Footnote } from './footnote.ts'
import { Formula } from './formula.ts'
import { drawInline } from './inline-nodes.ts'
import { LateTableActions } from './late-table-actions.ts'

/**
 * Draws one block. Vue skips a component whose props are the same references, and a settled block keeps its node,
 * so a token redraws the block it belongs to and no other. `level` is that of a heading.
 */
export const MarkdownBlock: FunctionalComponent<{ node: BlockNode; level?: number | undefined }> = (props) =>
  drawBlock(props.node, props.level ?? 6)
MarkdownBlock.props = ['node', 'level']

/** Some blocks that follow one another: where none of them is another, none is looked at. */
export const BlockGroup: FunctionalComponent<{ blocks: readonly PlacedBlock<Block>[] }> = ({ blocks }) =>
  blocks.map(({ block, level }) => h(MarkdownBlock, { key: block.key, node: block.node, level }))
BlockGroup.props = ['blocks']

function drawBlock(node: BlockNode, level: number): VNodeChild {
  switch (node.kind) {
    case 'paragraph':
      return h('p', drawInline(node.children))
    case 'plain':
      return drawInline(node.children)
    case 'heading':
      return h(`h${level}`, { 'data-depth': node.depth }, drawInline(node.children))
    case 'list':
      return node.start === null
        ? h('ul', { dir: 'auto' }, drawItems(node.items))
        : h('ol', { dir: 'auto', start: node.start }, drawItems(node.items))
    case 'code':
      return h(Code, { language: node.language, text: node.text, isClosed: node.isClosed })
    case 'table':
      return drawTable(node)
    case 'blockquote':
      return h('blockquote', { dir: 'auto' }, drawBlocks(node.children))
    case 'rule':
      return h('hr')
    case 'math-block':
      return h(Formula, { node })
    case 'footnote':
      return h(Footnote, { label: node.label }, () => drawBlocks(node.children))
    case 'html-block':
      return h('p', { class: 'raw-html' }, node.text)
  }
}

/** Nested blocks keep their references as far as the parser does; each is a component of its own for that. */
function drawBlocks(nodes: readonly BlockNode[]): VNodeChild[] {
  return nodes.map((node, index) =>
    node.kind === 'plain' ? drawInline(node.children) : h(MarkdownBlock, { key: index, node }),
  )
}

function drawItems(items: readonly ListItem[]): VNodeChild[] {
  return groupsOf(items).map((group, index) => h(ItemGroup, { key: index, items: group }))
}

const ItemGroup: FunctionalComponent<{ items: readonly ListItem[] }> = ({ items }) =>
  items.map((item, index) => h(Item, { key: index, item }))
ItemGroup.props = ['items']

/** An item keeps its reference while a later one grows, so a long list redraws its last item only. */
const Item: FunctionalComponent<{ item: ListItem }> = ({ item }) => {
  if (item.isChecked === null) return h('li', drawBlocks(item.children))
  const label = item.isChecked ? texts.task.done : texts.task.open
  const box = h('span', { class: 'task-box', role: 'img', 'aria-label': label, 'data-checked': String(item.isChecked) })
  return h('li', { class: 'task' }, [box, ...drawBlocks(item.children)])
}
Item.props = ['item']

function drawTable(table: Extract<BlockNode, { kind: 'table' }>): VNodeChild {
  const scroller = h(
    'div',
    { class: 'table-scroll', dir: 'auto', tabindex: 0, role: 'group', 'aria-label': texts.table.label },
    [
      h('table', [
        h('thead', [
          h(
            'tr',
            table.header.map((cell, column) =>
              h('th', { scope: 'col', 'data-align': table.columns[column] ?? undefined }, drawInline(cell)),
            ),
          ),
        ]),
        h(
          'tbody',
          groupsOf(table.rows).map((rows, index) => h(RowGroup, { key: index, rows, columns: table.columns })),
        ),
      ]),
    ],
  )
  return h('div', { class: 'table-block' }, [scroller, h(LateTableActions, { node: table })])
}

const RowGroup: FunctionalComponent<{
  rows: readonly (readonly TableCell[])[]
  columns: readonly ColumnAlignment[]
}> = ({ rows, columns }) => rows.map((row, index) => h(TableRow, { key: index, row, columns }))
RowGroup.props = ['rows', 'columns']

const TableRow: FunctionalComponent<{ row: readonly TableCell[]; columns: readonly ColumnAlignment[] }> = (props) =>
  h(
    'tr',
    props.row.map((cell, column) => h('td', { 'data-align': props.columns[column] ?? undefined }, drawInline(cell))),
  )
TableRow.props = ['row', 'columns']
