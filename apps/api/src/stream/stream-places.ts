import { ChatError } from '@livetype/protocol'

/** How many streams each owner may have open at once, whatever they go over. */
export interface StreamPlaces {
  /** Takes a place until it is disposed; undefined where all are taken. */
  take(ownerId: string): Disposable | undefined
  /** What a client is told that got none. It may try again: places become free. */
  refusal(): ChatError
}

/** @see StreamPlaces */
export function createStreamPlaces(maxPerOwner: number): StreamPlaces {
  const taken = new Map<string, number>()
  const countOf = (ownerId: string) => taken.get(ownerId) ?? 0
  const free = (ownerId: string) => {
    const left = countOf(ownerId) - 1
    if (left === 0) taken.delete(ownerId)
    else taken.set(ownerId, left)
  }
  return {
    take(ownerId) {
      if (countOf(ownerId) >= maxPerOwner) return undefined
      taken.set(ownerId, countOf(ownerId) + 1)
      let isTaken = true
      return {
        [Symbol.dispose]() {
          if (isTaken) free(ownerId)
          isTaken = false
        },
      }
    },
    refusal: () =>
      new ChatError('too-many-streams', `${maxPerOwner} streams are open, and no more may be. Close one of them.`, {
        isRetryable: true,
      }),
  }
}
