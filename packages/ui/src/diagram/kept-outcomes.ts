import type { DiagramColours } from '@livetype/protocol'
import type { DiagramOutcome } from './diagram-drawer.ts'

/** UTF-16 units of sources and pictures that are kept. */
const keptLength = 4_000_000

/** What became of drawings, those used last: a block that is drawn again shows its own at once. */
export interface KeptOutcomes {
  get(source: string, colours: DiagramColours): DiagramOutcome | undefined
  keep(source: string, colours: DiagramColours, outcome: DiagramOutcome): void
}

/** @see KeptOutcomes */
export function createKeptOutcomes(): KeptOutcomes {
  const kept = new Map<string, DiagramOutcome>()
  let length = 0
  const keyOf = (source: string, colours: DiagramColours) => `${Object.values(colours).join()}\n${source}`
  const lengthOf = (key: string, outcome: DiagramOutcome) =>
    key.length + (outcome.kind === 'drawn' ? outcome.picture.svg.length : 0)

  const take = (key: string) => {
    const outcome = kept.get(key)
    if (!outcome) return undefined
    kept.delete(key)
    length -= lengthOf(key, outcome)
    return outcome
  }
  const put = (key: string, outcome: DiagramOutcome) => {
    kept.set(key, outcome)
    length += lengthOf(key, outcome)
    for (const oldest of kept.keys()) {
      if (length <= keptLength) break
      take(oldest)
    }
  }
  return {
    get(source, colours) {
      const key = keyOf(source, colours)
      const outcome = take(key)
      if (outcome) put(key, outcome)
      return outcome
    },
    keep(source, colours, outcome) {
      const key = keyOf(source, colours)
      take(key)
      put(key, outcome)
    },
  }
}
