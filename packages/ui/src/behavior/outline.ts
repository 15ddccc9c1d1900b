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
