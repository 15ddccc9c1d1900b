/** A text that grows at its end, by its lines. What was split is not split again. */
export interface GrowingLines {
  /** At least one; none has its line end. */
  readonly texts: readonly string[]
  /** Takes the text as it is now, and says from which line on it is another: as a rule, the one that was the last. */
  update(text: string): number
}

/** Makes the lines of a text that has not begun. */
export function createGrowingLines(): GrowingLines {
  const texts = ['']
  let whole = ''
  return {
    texts,
    update(text) {
      let from = texts.length - 1
      if (!text.startsWith(whole)) {
        const next = text.split('\n')
        from = next.findIndex((line, index) => line !== texts[index])
        if (from < 0) from = next.length - 1
        texts.splice(from, texts.length, ...next.slice(from))
      } else if (text.length > whole.length) {
        const added = text.slice(whole.length).split('\n')
        texts[from] += added[0] ?? ''
        for (const line of added.slice(1)) texts.push(line)
      }
      whole = text
      return from
    },
  }
}
