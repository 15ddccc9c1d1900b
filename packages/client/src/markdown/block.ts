import type { Token } from 'marked'

/**
 * A top-level block of markdown: a paragraph, a list, a fence, a table. A block that is settled never changes
 * again and keeps its reference, so a view draws it once.
 */
export interface Block {
  /** Stable while the block grows: its index among the blocks. */
  readonly key: number
  /** The token of `marked`, with its children: what a view draws. */
  readonly token: Token
  readonly isSettled: boolean
}
