import { type BlockNode, groupsOf, type ListItem } from '@livetype/client'
import { texts } from '@livetype/ui'
import type { ReactNode } from 'react'
import { memo } from '../texts/memo.ts'
import { Code } from './code.tsx'
import { Footnote } from './footnote.tsx'
import { Formula } from './formula.tsx'
import { renderInline } from './inline.tsx'
import { Table } from './table.tsx'

/** A block of a reply. A node that is the same reference is not drawn again. `level` is that of a heading. */
export const Block = memo(function Block(props: { node: BlockNode; level?: number | undefined }): ReactNode {
  const { node, level = 6 } = props
  switch (node.kind) {
    case 'paragraph':
      return <p>{renderInline(node.children)}</p>
    case 'plain':
      return renderInline(node.children)
    case 'heading': {
      const Heading = headings[level - 3] ?? 'h6'
      return <Heading data-depth={node.depth}>{renderInline(node.children)}</Heading>
    }
    case 'list': {
      const items = groupsOf(node.items).map((group, index) => <ItemGroup key={index} items={group} />)
      if (node.start === null) return <ul dir="auto">{items}</ul>
      return (
        <ol dir="auto" start={node.start}>
          {items}
        </ol>
      )
    }
    case 'code':
      return <Code language={node.language} text={node.text} isClosed={node.isClosed} />
    case 'table':
      return <Table node={node} />
    case 'blockquote':
      return <blockquote dir="auto">{renderBlocks(node.children)}</blockquote>
    case 'rule':
      return <hr />
    case 'math-block':
      return <Formula node={node} />
    case 'footnote':
      return <Footnote label={node.label}>{renderBlocks(node.children)}</Footnote>
    case 'html-block':
      return <p className="raw-html">{node.text}</p>
  }
})

const headings = ['h3', 'h4', 'h5', 'h6'] as const

/** Blocks inside a block. Nodes have no identity but their place, so the place is the key. */
function renderBlocks(nodes: readonly BlockNode[]): ReactNode[] {
  return nodes.map((node, index) => <Block key={index} node={node} />)
}

/** Some items that follow one another: where none of them is another, none is looked at. */
const ItemGroup = memo(function ItemGroup({ items }: { items: readonly ListItem[] }) {
  return items.map((item, index) => <Item key={index} item={item} />)
})

const Item = memo(function Item({ item }: { item: ListItem }) {
  if (item.isChecked === null) return <li>{renderBlocks(item.children)}</li>
  return (
    <li className="task">
      <span
        className="task-box"
        role="img"
        aria-label={item.isChecked ? texts.task.done : texts.task.open}
        data-checked={item.isChecked}
      />
      {renderBlocks(item.children)}
    </li>
  )
})
