import type { BlockNode } from './nodes.ts'

/**
 * A top-level block of markdown: a paragraph, a list, a fence, a table. A block that is settled never changes
 * again and keeps its reference, so a view draws it once.
 */
export interface Block {
  /** Stable while the block grows: its index among the blocks. */
  readonly key: number
  /** What a view draws. The same reference until it changes. */
  readonly node: BlockNode
  readonly isSettled: boolean
}
