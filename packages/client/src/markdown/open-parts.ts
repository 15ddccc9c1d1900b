import type { Token, Tokens } from 'marked'
import { type BlockSplitter, settledCount } from './block-splitter.ts'
import { closeTail } from './close-tail.ts'
import type { BlockNode, ListItem } from './nodes.ts'
import type { OpenBlock } from './open-block.ts'
import { toBlockNodes } from './token-to-node.ts'

const beginning = /^(?: {0,3}(?:[-+*]|\d{1,9}[.)])[ \t]| *[^\n]*\|)/

/**
 * The list or table that `tail` begins with, or null. Its items or rows that no further text can change are
 * read once, so that a list of a thousand items costs no more a token than one of ten. What is drawn meanwhile may
 * differ from the whole in nothing but the margins of a list that turns out to be loose.
 */
export function openParts(tail: string, splitter: BlockSplitter): OpenBlock | null {
  if (!beginning.test(tail)) return null
  const head = isTable(splitter.lexBlocks(tail).tokens[0]) ? (/^[^\n]*\n[^\n]*\n/.exec(tail)?.[0] ?? '') : ''
  let rest = tail.slice(head.length)
  let done: BlockNode | null = null
  let isLoose = false

  /** Moves what is complete from the rest to what is done. False: the block has ended, or is none of ours. */
  function advance(): boolean {
    const blocks = splitter.lexBlocks(head + rest)
    const [token] = blocks.tokens
    if ((token?.type !== 'list' && token?.type !== 'table') || settledCount(head + rest, blocks) > 0) return false
    const end = completeLength(token, rest)
    if (end === 0) return true
    isLoose ||= token.type === 'list' && token.loose === true
    const [node] = toBlockNodes(splitter.lexLive(head + rest.slice(0, end)))
    done = join({ done, next: node, isLoose })
    rest = rest.slice(end)
    return true
  }

  return advance() && done !== null ? { append, nodes: () => read(closeTail(head + rest)), whole } : null

  /**
   * Whether a list is loose is for sure only where no blank line makes it so; and a link of HTML that is open at the
   * end of one item is carried into the next.
   */
  function whole(): BlockNode[] | undefined {
    return /\n[ \t]*\n[ \t]*\S|<\/?a[ \t\n>]/i.test(splitter.tail) ? undefined : read(head + rest)
  }

  function append(text: string): boolean {
    rest += text
    return text.includes('\n') ? advance() : true
  }

  function read(text: string): BlockNode[] {
    const [next, ...others] = toBlockNodes(splitter.lexLive(text))
    const joined = join({ done, next, isLoose })
    return joined ? [joined, ...others] : others
  }
}

function isTable(token: Token | undefined): boolean {
  return token?.type === 'table'
}

function isList(token: Token): token is Tokens.List {
  return token.type === 'list'
}

/** How much of the rest is items or rows that are complete: all but the last, once its own first line is. */
function completeLength(token: Token, rest: string): number {
  if (token.type === 'table') return rest.endsWith('\n\n') ? 0 : rest.lastIndexOf('\n', rest.length - 2) + 1
  const items = isList(token) ? token.items : []
  const starts = [0]
  for (const item of items) starts.push((starts.at(-1) ?? 0) + item.raw.length)
  return starts.slice(0, items.length).findLast((start) => rest.includes('\n', start)) ?? 0
}

/** One block of what is done and what comes next. */
function join({
  done,
  next,
  isLoose,
}: {
  done: BlockNode | null
  next: BlockNode | undefined
  isLoose: boolean
}): BlockNode | null {
  if (next?.kind === 'list' && (done === null || done.kind === 'list')) {
    const items = isLoose ? next.items.map(loosen) : next.items
    if (done === null) return { ...next, items }
    const before = isLoose && done.items.some(isTight) ? done.items.map(loosen) : done.items
    return { ...done, items: [...before, ...items] }
  }
  if (next?.kind === 'table' && done?.kind === 'table') return { ...done, rows: [...done.rows, ...next.rows] }
  return done ?? next ?? null
}

function isTight(item: ListItem): boolean {
  return item.children.some((child) => child.kind === 'plain')
}

function loosen(item: ListItem): ListItem {
  if (!isTight(item)) return item
  const children = item.children.map((child) =>
    child.kind === 'plain' ? { ...child, kind: 'paragraph' as const } : child,
  )
  return { ...item, children }
}
