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
  /**
   * The blocks of the text so far; the same array until it changes. With a clock, they may be those of a little
   * before: see `isBehind`.
   */
  blocks(): readonly Block[]
  /** Whether there is text that `blocks` has not shown yet: ask again at the next frame. */
  readonly isBehind: boolean
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
  /**
   * Monotonic milliseconds. With it, reading that takes long is done less often, so that it takes a quarter of the
   * time at most; without it, the blocks are always those of the whole text so far.
   */
  readonly clock?: () => number
}

/** Reading that takes no longer, in milliseconds, is done whenever the blocks are asked for. */
const shortReadingMs = 4

/**
 * Parses a growing text block by block: what is settled is not read again. Of what is open, the lines of a fence and
 * the items or rows of a long list or table are read once each. Any other open block is read as a whole each
 * time, be it a long paragraph, a quote, or one long item with what is nested in it: that is what the clock bounds.
 */
export function createMarkdownStream(options: MarkdownStreamOptions = {}): MarkdownStream {
  const { longBlockLength = 1000, clock = () => 0 } = options
  const splitter = createBlockSplitter()
  const settled: Block[] = []
  let live: readonly Block[] = []
  let pending = ''
  let open: OpenBlock | null = null
  /** Length of the tail from which on it is worth a look whether a long list or table is open. */
  let nextLookLength = longBlockLength
  let blocks: readonly Block[] = []
  let hasEnded = false
  let restsUntil = Number.NEGATIVE_INFINITY

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
      const startedAt = clock()
      if (startedAt < restsUntil) return blocks
      read(pending)
      pending = ''
      live = liveBlocks(live, liveNodes(), settled.length)
      blocks = [...settled, ...live]
      const endedAt = clock()
      const readingMs = endedAt - startedAt
      if (readingMs > shortReadingMs) restsUntil = endedAt + readingMs * 3
      return blocks
    },
    get isBehind() {
      return pending !== ''
    },
    end() {
      if (hasEnded) return blocks
      const added = splitter.append(pending) + splitter.close()
      pending = ''
      hasEnded = true
      const last = open?.append(added) && !splitter.mayDefineLinks ? open.whole?.() : undefined
      const rest = last ?? toBlockNodes(splitter.end())
      if (splitter.definesLinks) blocks = settleAll([...settled, ...live], splitter.lexWhole())
      else {
        settle(rest)
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
