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

/**
 * Makes what gives the blocks of one growing reply their levels. A block that is the same reference at the same level,
 * in the same place, is the same value as before.
 */
export function createBlockPlacer<Block extends MaybeHeading>() {
  let placed: readonly PlacedBlock<Block>[] = []

  return function placeBlocks(blocks: readonly Block[]): readonly PlacedBlock<Block>[] {
    const outline = createOutline()
    const before = placed
    placed = blocks.map((block, index) => {
      const { kind, depth } = block.node
      const level = kind === 'heading' && depth !== undefined ? outline.levelOf(depth) : undefined
      const known = before[index]
      return known?.block === block && known.level === level ? known : { block, level }
    })
    return placed
  }
}
