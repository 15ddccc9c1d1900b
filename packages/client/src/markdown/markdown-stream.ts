import type { Token } from 'marked'
import type { Block } from './block.ts'
import { createBlockSplitter } from './block-splitter.ts'
import { closeTail } from './close-tail.ts'
import type { BlockNode } from './nodes.ts'
import type { OpenBlock } from './open-block.ts'
import { openFence } from './open-fence.ts'
import { openParts } from './open-parts.ts'
import { shareNodes } from './share-nodes.ts'
import { toBlockNodes } from './token-to-node.ts'

/** Markdown that arrives in pieces, as blocks to draw. */
export interface MarkdownStream {
  /** Adds text. Costs nothing until the blocks are asked for. */
  append(text: string): void
  /** The blocks of the text so far; the same array until it changes. */
  blocks(): readonly Block[]
  /**
   * The blocks of the whole text, all settled: what parsing it at once gives. Only a definition of links can still
   * change a block that was settled. No text may follow.
   */
  end(): readonly Block[]
}

/** How a growing text is parsed. */
export interface MarkdownStreamOptions {
  /**
   * Length in UTF-16 units (1000) from which on a list or table is read item by item. Below it costs less to read
   * it as a whole.
   */
  readonly longBlockLength?: number
}

/** Parses a growing text block by block: what is settled is not read again, inside a fence nothing is. */
export function createMarkdownStream({ longBlockLength = 1000 }: MarkdownStreamOptions = {}): MarkdownStream {
  const splitter = createBlockSplitter()
  const settled: Block[] = []
  let live: readonly Block[] = []
  let pending = ''
  let open: OpenBlock | null = null
  /** Length of the tail from which on it is worth a look whether a long list or table is open. */
  let nextLookLength = longBlockLength
  let blocks: readonly Block[] = []
  let hasEnded = false

  function settle(nodes: readonly BlockNode[]): void {
    for (const node of nodes) {
      const key = settled.length
      settled.push({
        key,
        node: shareNodes(live.find((block) => block.key === key)?.node, node) ?? node,
        isSettled: true,
      })
    }
  }

  function liveNodes(): BlockNode[] {
    if (open) return open.nodes()
    return splitter.tail === '' ? [] : toBlockNodes(splitter.lexLive(closeTail(splitter.tail)))
  }

  function read(text: string): void {
    const added = splitter.append(text)
    if (open?.append(added)) return
    const nodes = toBlockNodes(splitter.advance())
    settle(nodes)
    open = openFence(splitter.tail) ?? openLongBlock(nodes.length > 0)
  }

  /** A look that finds nothing is taken again only when the tail has doubled. */
  function openLongBlock(isNewTail: boolean): OpenBlock | null {
    const { tail } = splitter
    if (isNewTail) nextLookLength = longBlockLength
    if (tail.length < nextLookLength) return null
    const found = openParts(tail, splitter)
    nextLookLength = found ? longBlockLength : tail.length * 2
    return found
  }

  return {
    append(text) {
      if (hasEnded) throw new Error('the markdown has ended')
      pending += text
    },
    blocks() {
      if (pending === '') return blocks
      read(pending)
      pending = ''
      live = liveBlocks(live, liveNodes(), settled.length)
      blocks = [...settled, ...live]
      return blocks
    },
    end() {
      if (hasEnded) return blocks
      splitter.append(pending)
      hasEnded = true
      const rest = splitter.end()
      if (splitter.mayDefineLinks) blocks = settleAll([...settled, ...live], splitter.lexWhole())
      else {
        settle(toBlockNodes(rest))
        blocks = settled
      }
      return blocks
    },
  }
}

/** The blocks of a text that is complete. */
export function parseMarkdown(text: string): readonly Block[] {
  const stream = createMarkdownStream()
  stream.append(text)
  return stream.end()
}

function liveBlocks(previous: readonly Block[], nodes: readonly BlockNode[], firstKey: number): readonly Block[] {
  return nodes.map((next, index) => {
    const key = firstKey + index
    const before = previous.find((block) => block.key === key)
    const node = shareNodes(before?.node, next) ?? next
    return before?.node === node ? before : { key, node, isSettled: false }
  })
}

function settleAll(previous: readonly Block[], tokens: readonly Token[]): readonly Block[] {
  return toBlockNodes(tokens).map((next, key) => {
    const before = previous[key]
    const node = shareNodes(before?.node, next) ?? next
    return before?.isSettled && before.node === node ? before : { key, node, isSettled: true }
  })
}
