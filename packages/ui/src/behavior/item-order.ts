/** Something that stands in a list by its position, the lowest first. */
export interface Placed {
  readonly id: string
  readonly position: number
}

/** The position behind all others. */
export function nextPosition(items: readonly Placed[]): number {
  return (items.at(-1)?.position ?? 0) + 1
}

/** The position that takes an item one place up (-1) or down (1); undefined where it is at that end. */
export function movedPosition(items: readonly Placed[], id: string, step: -1 | 1): number | undefined {
  const index = items.findIndex((item) => item.id === id)
  const neighbour = items[index + step]
  if (index === -1 || !neighbour) return undefined
  const beyond = items[index + 2 * step]?.position ?? neighbour.position + 2 * step
  return (neighbour.position + beyond) / 2
}
