/** Gives the headings of one reply their levels in the page, in the order in which they stand. */
export interface Outline {
  /** The level, 3 to 6, of the next heading: `depth` is the number of its `#` signs. */
  levelOf(depth: number): number
}

/**
 * Replies begin with any depth, and skip some. In the page they stand below the heading of their message (2), and
 * no level is left out, so that those who move by headings miss nothing. What comes later changes no level before.
 */
export function createOutline(): Outline {
  const open: number[] = []
  return {
    levelOf(depth) {
      while (open.length > 0 && (open.at(-1) ?? 0) >= depth) open.pop()
      open.push(depth)
      return Math.min(2 + open.length, 6)
    },
  }
}

/** A block as far as it may be a heading. */
interface MaybeHeading {
  readonly node: { readonly kind: string; readonly depth?: number }
}

/** A block of a reply and, where it is a heading, its level in the page. */
export interface PlacedBlock<Block> {
  readonly block: Block
  readonly level: number | undefined
}

const placed = new WeakMap<object, PlacedBlock<object>>()

/** The blocks of one reply with their levels. A block that is the same reference at the same level is the same value. */
export function placeBlocks<Block extends MaybeHeading>(blocks: readonly Block[]): readonly PlacedBlock<Block>[] {
  const outline = createOutline()
  return blocks.map((block) => {
    const { kind, depth } = block.node
    const level = kind === 'heading' && depth !== undefined ? outline.levelOf(depth) : undefined
    const before = placed.get(block)
    if (isOf(block, before) && before.level === level) return before
    const next = { block, level }
    placed.set(block, next)
    return next
  })
}

function isOf<Block extends object>(block: Block, known: PlacedBlock<object> | undefined): known is PlacedBlock<Block> {
  return known?.block === block
}
