const keptTexts = 100

/** What is kept of blocks by their text, for as long as the page is there; of many the last ones. */
export interface Kept<Value> {
  at(text: string): Value
  keep(text: string, value: Value): void
}

/** @param otherwise of a text of which nothing is kept. */
export function createKept<Value>(otherwise: Value): Kept<Value> {
  const kept = new Map<string, Value>()
  return {
    at: (text) => kept.get(text) ?? otherwise,
    keep(text, value) {
      kept.delete(text)
      kept.set(text, value)
      const [oldest] = kept.keys()
      if (kept.size > keptTexts && oldest !== undefined) kept.delete(oldest)
    },
  }
}
