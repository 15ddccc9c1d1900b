import type { InlineNode } from '@livetype/client'
import { h, type VNodeChild } from 'vue'
import { FootnoteMark } from './footnote.ts'
import { Formula } from './formula.ts'
import { Image } from './image.ts'
import { linkAttributes } from './link-attributes.ts'

/** Draws what stands inside a line. Text becomes text nodes: nothing here is ever parsed as HTML. */
export function drawInline(nodes: readonly InlineNode[]): VNodeChild[] {
  return nodes.map(drawNode)
}

function drawNode(node: InlineNode): VNodeChild {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'strong':
      return h('strong', drawInline(node.children))
    case 'emphasis':
      return h('em', drawInline(node.children))
    case 'strike':
      return h('del', drawInline(node.children))
    case 'inline-code':
      return h('code', node.text)
    case 'line-break':
      return h('br')
    case 'math':
      return h(Formula, { node })
    case 'footnote-reference':
      return h(FootnoteMark, { label: node.label })
    case 'html':
      return h('span', { class: 'raw-html' }, node.text)
    case 'link':
      if (node.href === null) return h('span', { class: 'unsafe-link' }, drawInline(node.children))
      return h('a', { href: node.href, title: node.title, ...linkAttributes }, drawInline(node.children))
    case 'image':
      return h(Image, { node })
  }
}
