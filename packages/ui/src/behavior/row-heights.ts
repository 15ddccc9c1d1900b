/** Where the rows of a long list stand, of which most were never drawn: by their heights, or by what is guessed for them. */
export interface RowHeights {
  /** There are these rows now, in this order. */
  setIds(ids: readonly string[]): void
  /** Notes how high a row is. Returns whether that is another height than before. */
  measure(index: number, height: number): boolean
  /** Takes what was measured so far into account for all that was not; what was said of places before may change. */
  guessAnew(): void
  /** How far below the beginning of the list a row begins; of the number of rows: where the list ends. */
  startOf(index: number): number
  /** The row that is at this distance from the beginning of the list; the first or the last for what is beyond. */
  rowAt(offset: number): number
}

/** Until some rows were measured. */
const firstGuess = 140
/** What is higher says little about the others. */
const maxTypical = 800

/** @see RowHeights */
export function createRowHeights(): RowHeights {
  const measured = new Map<string, number>()
  let typicalSum = 0
  let guess = firstGuess
  /** From how many measured rows on it is time to guess anew: each time there are twice as many. */
  let nextGuessAt = 8
  let ids: readonly string[] = []
  let starts = new Float64Array(1)
  /** The first row behind which `starts` is out of date. */
  let staleFrom = 0

  const typical = (height: number) => Math.min(height, maxTypical)

  function bringUpToDate(): void {
    if (staleFrom >= ids.length) return
    let start = starts[staleFrom] ?? 0
    for (let index = staleFrom; index < ids.length; index += 1) {
      start += measured.get(ids[index] ?? '') ?? guess
      starts[index + 1] = start
    }
    staleFrom = ids.length
  }

  function startOf(index: number): number {
    bringUpToDate()
    return starts[Math.max(0, Math.min(index, ids.length))] ?? 0
  }

  return {
    setIds(next) {
      if (next === ids) return
      const same = sameFromStart(ids, next)
      if (next.length >= starts.length) {
        const longer = new Float64Array(Math.max(next.length + 1, starts.length * 2))
        longer.set(starts)
        starts = longer
      }
      ids = next
      staleFrom = Math.min(staleFrom, same)
    },
    measure(index, height) {
      const id = ids[index]
      if (id === undefined) return false
      const before = measured.get(id)
      if (before === height) return false
      measured.set(id, height)
      typicalSum += typical(height) - (before === undefined ? 0 : typical(before))
      staleFrom = Math.min(staleFrom, index)
      return true
    },
    guessAnew() {
      if (measured.size < nextGuessAt) return
      nextGuessAt = measured.size * 2
      guess = Math.round(typicalSum / measured.size)
      staleFrom = 0
    },
    startOf,
    rowAt(offset) {
      let low = 0
      let high = Math.max(0, ids.length - 1)
      while (low < high) {
        const middle = (low + high) >> 1
        if (startOf(middle + 1) > offset) high = middle
        else low = middle + 1
      }
      return low
    },
  }
}

/** How many items two lists have in common from their beginning on. */
export function sameFromStart(one: readonly string[], other: readonly string[]): number {
  const count = Math.min(one.length, other.length)
  let index = 0
  while (index < count && one[index] === other[index]) index += 1
  return index
}
