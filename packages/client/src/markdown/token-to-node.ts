import type { MarkedToken, Token, Tokens } from 'marked'
import { decodeEntities } from './entities.ts'
import { isDisguise, linkTarget } from './link-target.ts'
import type { BlockNode, InlineNode, ListItem, TableCell } from './nodes.ts'
import { isRich, type RichToken } from './rich-tokens.ts'
import { safeUrl } from './safe-url.ts'

/** What a view draws for a token that stands on its own lines; null for blank lines and link definitions. */
export function toBlockNode(token: Token): BlockNode | null {
  if (isRich(token)) return toRichBlock(token)
  const marked = known(token)
  switch (marked.type) {
    case 'space':
    case 'def':
      return null
    case 'paragraph':
      return { kind: 'paragraph', children: toInlineNodes(marked.tokens) }
    case 'heading':
      return { kind: 'heading', depth: headingDepth(marked.depth), children: toInlineNodes(marked.tokens) }
    case 'list':
      return {
        kind: 'list',
        start: marked.ordered ? Number(marked.start) : null,
        items: marked.items.map(toListItem),
      }
    case 'code':
      return toCode(marked)
    case 'table':
      return {
        kind: 'table',
        columns: marked.align,
        header: marked.header.map(toCell),
        rows: marked.rows.map((row) => row.map(toCell)),
      }
    case 'blockquote':
      return { kind: 'blockquote', children: toBlockNodes(marked.tokens) }
    case 'hr':
      return { kind: 'rule' }
    case 'html':
      return { kind: 'html-block', text: marked.text.replace(/\n+$/, '') }
    case 'text':
      return { kind: 'plain', children: toInlineNodes(marked.tokens ?? [marked]) }
    default:
      return { kind: 'paragraph', children: toInlineNodes([marked]) }
  }
}

function toRichBlock(token: RichToken): BlockNode {
  switch (token.type) {
    case 'math-block':
      return { kind: 'math-block', text: token.text.trim(), source: token.raw.trim(), isClosed: token.isClosed }
    case 'footnote':
      return { kind: 'footnote', label: token.label, children: toBlockNodes(token.tokens) }
    case 'math':
    case 'footnote-reference':
      return { kind: 'paragraph', children: [toRichInline(token)] }
  }
}

function toRichInline(token: Exclude<RichToken, { type: 'math-block' | 'footnote' }>): InlineNode {
  if (token.type === 'footnote-reference') return { kind: 'footnote-reference', label: token.label }
  return { kind: 'math', text: token.text.trim(), source: token.raw, isDisplay: token.isDisplay }
}

/** The nodes of tokens that stand on their own lines. */
export function toBlockNodes(tokens: readonly Token[]): BlockNode[] {
  return tokens.flatMap((token) => toBlockNode(token) ?? [])
}

/** The nodes of tokens within a line. Neighbouring texts become one; a link has no mark of a footnote in it. */
export function toInlineNodes(tokens: readonly Token[], isInLink = false): InlineNode[] {
  const nodes: InlineNode[] = []
  for (const token of tokens) {
    if (isInLink && token.type === 'footnote-reference') continue
    const node = isInlineRich(token) ? toRichInline(token) : toInlineNode(known(token), isInLink)
    const last = nodes.at(-1)
    if (node?.kind === 'text' && last?.kind === 'text') {
      nodes[nodes.length - 1] = { kind: 'text', text: last.text + node.text }
    } else if (node) nodes.push(node)
  }
  return nodes
}

function toInlineNode(token: MarkedToken, isInLink: boolean): InlineNode | null {
  switch (token.type) {
    case 'text':
      // `escaped` marks text inside raw HTML, which is shown as it was written.
      return { kind: 'text', text: token.escaped ? token.text : decodeText(token.text) }
    case 'escape':
      return { kind: 'text', text: token.text }
    case 'strong':
      return { kind: 'strong', children: toInlineNodes(token.tokens, isInLink) }
    case 'em':
      return { kind: 'emphasis', children: toInlineNodes(token.tokens, isInLink) }
    case 'del':
      return { kind: 'strike', children: toInlineNodes(token.tokens, isInLink) }
    case 'codespan':
      return { kind: 'inline-code', text: token.text }
    case 'br':
      return { kind: 'line-break' }
    case 'link':
      return toLink(token)
    case 'image':
      return toImage(token, isInLink)
    case 'html':
      // Models break lines in table cells with it; it is the one tag that carries no attribute worth fearing.
      return /^<br\s*\/?>$/i.test(token.text) ? { kind: 'line-break' } : { kind: 'html', text: token.text }
    case 'checkbox':
      return null
    default:
      return { kind: 'text', text: token.raw }
  }
}

/** What turns all that follows around, whatever script it is in: nobody writes it, and it makes addresses lie. */
const overrides = /[\u202d\u202e]/g

function decodeText(text: string): string {
  return decodeEntities(text).replace(overrides, '')
}

function toLink({ autolink, href, text, title, tokens }: Tokens.Link): InlineNode {
  // In an address that stands for itself, entities are not resolved.
  const url = safeUrl(autolink ? href : decodeEntities(href))
  const target = linkTarget(url)
  const children = autolink ? [{ kind: 'text', text } as const] : toInlineNodes(tokens, true)
  if (target !== null && isDisguise(plainText(children), target)) children.push({ kind: 'text', text: shown(target) })
  return { kind: 'link', href: url, title: titleOf(target, title), children }
}

/** An image in a link is no link of its own: the link leads where the link says. */
function toImage({ href, title, tokens }: Tokens.Image, isInLink: boolean): InlineNode {
  const src = isInLink ? null : safeUrl(decodeEntities(href))
  const target = linkTarget(src)
  const alt = plainText(toInlineNodes(tokens))
  return { kind: 'image', src, alt: target === null ? alt : alt + shown(target), title: titleOf(target, title) }
}

/** Where an address leads stands in its title first: what the model wrote there could say another thing. */
function titleOf(target: string | null, title: string | null | undefined): string | null {
  return [target, title && decodeText(title)].filter(Boolean).join('\n') || null
}

/** A target behind what is named for it, in isolation from the direction of the text around it. */
function shown(target: string): string {
  return ` \u2068(${target})\u2069`
}

function toListItem(item: Tokens.ListItem): ListItem {
  const content = item.tokens.filter((token) => token.type !== 'checkbox')
  return { isChecked: item.task ? item.checked === true : null, children: toBlockNodes(content) }
}

function toCell(cell: Tokens.TableCell): TableCell {
  return toInlineNodes(cell.tokens)
}

function toCode(token: Tokens.Code): BlockNode {
  const language = decodeEntities(/^\S*/.exec(token.lang ?? '')?.[0] ?? '')
  const isClosed = token.codeBlockStyle === 'indented' || isClosedFence(token.raw)
  return { kind: 'code', language, text: token.text.replace(/\n$/, ''), isClosed }
}

function isClosedFence(raw: string): boolean {
  const opening = /^ {0,3}(`{3,}|~{3,})/.exec(raw)?.[1] ?? ''
  const body = raw.trimEnd()
  const lastLine = body.slice(body.lastIndexOf('\n') + 1).trim()
  const isMarker = lastLine.length >= opening.length && lastLine === opening.charAt(0).repeat(lastLine.length)
  return isMarker && body.includes('\n')
}

function headingDepth(depth: number): 1 | 2 | 3 | 4 | 5 | 6 {
  return depth === 1 || depth === 2 || depth === 3 || depth === 4 || depth === 5 ? depth : 6
}

/** The text of nodes without their marks: what names an image. */
export function plainText(nodes: readonly InlineNode[]): string {
  return nodes.map((node) => textOfNode(node)).join('')
}

function textOfNode(node: InlineNode): string {
  switch (node.kind) {
    case 'text':
    case 'inline-code':
    case 'html':
      return node.text
    case 'math':
      return node.source
    case 'footnote-reference':
      return ''
    case 'line-break':
      return '\n'
    case 'image':
      return node.alt
    case 'strong':
    case 'emphasis':
    case 'strike':
    case 'link':
      return plainText(node.children)
  }
}

function isInlineRich(token: Token): token is Extract<RichToken, { type: 'math' | 'footnote-reference' }> {
  return token.type === 'math' || token.type === 'footnote-reference'
}

/** Beside our own, no tokens but marked's occur; its type admits any. */
function known(token: Token): MarkedToken {
  return token as MarkedToken
}
