import type { BlockNode, InlineNode, TableCell } from './nodes.ts'
import { plainText } from './token-to-node.ts'

type Table = Extract<BlockNode, { kind: 'table' }>

const dashes = { left: ':---', center: ':---:', right: '---:' } as const

/** A table as markdown. */
export function tableMarkdown({ columns, header, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  const toLine = (cells: readonly TableCell[]) =>
    line(cells.map((cell) => markdownOf(cell).replace(/\n/g, ' ').replace(/\|/g, '\\|').trim()))
  return toLine(header) + line(columns.map((each) => (each ? dashes[each] : '---'))) + rows.map(toLine).join('')
}

/**
 * A table as comma-separated values (RFC 4180) without marks. What a spreadsheet would take for a formula gets an
 * apostrophe before it, which makes it text; numbers stay numbers.
 * @see SPEC.md RICH3
 */
export function tableCsv({ header, rows }: Table): string {
  return [header, ...rows].map((cells) => `${cells.map(toField).join(',')}\r\n`).join('')
}

function toField(cell: TableCell): string {
  const text = plainText(cell)
  const isNumber = /^[+-]?[\d.,\s]*\d[\d.,\s]*%?$/.test(text)
  const safe = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/.test(text) && !isNumber ? `'${text}` : text
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function markdownOf(nodes: readonly InlineNode[]): string {
  return nodes.map(nodeMarkdown).join('')
}

function nodeMarkdown(node: InlineNode): string {
  switch (node.kind) {
    case 'text':
      // An escaped bracket could begin a formula: one that could begin a link is written as a number.
      return node.text.replace(/[\\`*_~<$]|&(?=[#\w])/g, '\\$&').replace(/\[(?=\^|[^\]]*\][([])/g, '&#91;')
    case 'strong':
      return `**${markdownOf(node.children)}**`
    case 'emphasis':
      return `*${markdownOf(node.children)}*`
    case 'strike':
      return `~~${markdownOf(node.children)}~~`
    case 'inline-code':
      return codeMarkdown(node.text)
    case 'link':
      return node.href === null ? markdownOf(node.children) : `[${markdownOf(node.children)}](<${node.href}>)`
    case 'image':
      return node.src === null ? nodeMarkdown({ kind: 'text', text: node.alt }) : `![${node.alt}](<${node.src}>)`
    case 'line-break':
      return '<br>'
    case 'html':
      return node.text
    case 'math':
      return node.source
    case 'footnote-reference':
      return `[^${node.label}]`
  }
}

/** Code between more ticks than it has in a row. */
function codeMarkdown(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return fence + space + text + space + fence
}
