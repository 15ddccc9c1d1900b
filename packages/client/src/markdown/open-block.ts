import type { BlockNode } from './nodes.ts'

/** A block at the end of the text that is still being written and can be read on without reading it again. */
export interface OpenBlock {
  /** What to draw so far. */
  nodes(): BlockNode[]
  /** Takes more of the text. Returns false once the block may have ended: then the lexer has to look at all of it. */
  append(text: string): boolean
  /** What it is now that no text follows; absent or undefined: it has to be read as a whole. */
  whole?(): BlockNode[] | undefined
}
