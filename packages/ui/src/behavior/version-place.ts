/** Where a message stands among its siblings, and which are beside it. */
export interface VersionPlace {
  /** From 1 on. */
  readonly number: number
  readonly count: number
  /** Undefined at the ends. */
  readonly previous: string | undefined
  readonly next: string | undefined
}

/** Which way a person goes through versions. */
export type VersionStep = 'previous' | 'next'

/** The place of a message among the ids of all its versions; null where it is the only one. */
export function versionPlace(ids: readonly string[] | undefined, messageId: string): VersionPlace | null {
  const index = ids?.indexOf(messageId) ?? -1
  if (!ids || index === -1 || ids.length < 2) return null
  return { number: index + 1, count: ids.length, previous: ids[index - 1], next: ids[index + 1] }
}

/**
 * What a key means where versions, or images, are gone through: the arrows go the way they point, which is mirrored
 * from right to left.
 */
export function versionStep(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
  direction: string,
): VersionStep | null {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return null
  return (event.key === 'ArrowRight') === (direction !== 'rtl') ? 'next' : 'previous'
}
