/** Lets a few at a time go on; the others wait, the first come first. */
export interface WaitingLine {
  /** Resolves when there is a place, with what gives it back; giving it back twice is giving it back once. */
  enter(): Promise<() => void>
  /** Nobody is in it or waits. */
  readonly isEmpty: boolean
}

/** @see WaitingLine. `places`: how many go on at a time. */
export function createWaitingLine(places: number): WaitingLine {
  const inside = new Set<() => void>()
  const waiting: PromiseWithResolvers<() => void>[] = []

  function admit(): void {
    while (inside.size < places) {
      const next = waiting.shift()
      if (!next) return
      const leave = () => {
        if (inside.delete(leave)) admit()
      }
      inside.add(leave)
      next.resolve(leave)
    }
  }

  return {
    enter() {
      const place = Promise.withResolvers<() => void>()
      waiting.push(place)
      admit()
      return place.promise
    },
    get isEmpty() {
      return inside.size === 0 && waiting.length === 0
    },
  }
}
