import type { InlineNode } from '@livetype/client'
import type { ReactNode } from 'react'
import { FootnoteMark } from './footnote.tsx'
import { Formula } from './formula.tsx'
import { Image } from './image.tsx'
import { linkAttributes } from './link-attributes.ts'

/** What stands inside a line. Nodes have no identity but their place, so the place is the key. */
export function renderInline(nodes: readonly InlineNode[]): ReactNode[] {
  return nodes.map((node, index) => <Inline key={index} node={node} />)
}

function Inline({ node }: { node: InlineNode }): ReactNode {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'strong':
      return <strong>{renderInline(node.children)}</strong>
    case 'emphasis':
      return <em>{renderInline(node.children)}</em>
    case 'strike':
      return <del>{renderInline(node.children)}</del>
    case 'inline-code':
      return <code>{node.text}</code>
    case 'line-break':
      return <br />
    case 'math':
      return <Formula node={node} />
    case 'footnote-reference':
      return <FootnoteMark label={node.label} />
    case 'html':
      return <span className="raw-html">{node.text}</span>
    case 'link':
      if (node.href === null) return <span className="unsafe-link">{renderInline(node.children)}</span>
      return (
        <a href={node.href} title={node.title ?? undefined} {...linkAttributes}>
          {renderInline(node.children)}
        </a>
      )
    case 'image':
      return <Image node={node} />
  }
}
