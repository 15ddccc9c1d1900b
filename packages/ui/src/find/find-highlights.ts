/** What is found, as it is shown: all places, and the one that the reader stands at. */
export interface FindHighlights {
  show(places: readonly Range[], current: Range | undefined): void
  clear(): void
}

const allName = 'found'
const currentName = 'found-current'

/** Marks without touching the page. A browser that can't is left without marks: the view goes to the place all the same. */
export function createFindHighlights(): FindHighlights {
  const canMark = 'highlights' in CSS && typeof Highlight === 'function'
  const clear = () => {
    if (!canMark) return
    CSS.highlights.delete(allName)
    CSS.highlights.delete(currentName)
  }
  return {
    show(places, current) {
      if (!canMark) return
      CSS.highlights.set(allName, new Highlight(...places.filter((place) => place !== current)))
      CSS.highlights.set(currentName, current ? new Highlight(current) : new Highlight())
    },
    clear,
  }
}
