import { firstBelow } from './first-below.ts'

/** A place in the view: a row of a list, and how far below the upper edge of the view it begins, in pixels. */
export interface RowPlace {
  readonly id: string
  readonly top: number
}

/** Remembers what stands at the upper edge of a scroller, so that it can stay there whatever changes above it. */
export interface ViewAnchor {
  /** Looks what stands there now. */
  note(): void
  /** Looks what stands there once somebody asks: what is there until then may move. */
  noteWhenAsked(): void
  /** By how much it is laid out lower than when it was noted; 0 where it is gone. */
  shift(): number
  /** The row that was noted. */
  place(): RowPlace | null
}

/** What is looked into: their parts stand below one another, and stay the same elements while text grows. */
const parted = '.message-row, .message, .message-body, .prose'

/** The rows are children of `list` with `data-row`, the id. */
export function createViewAnchor(scroller: HTMLElement, list: HTMLElement): ViewAnchor {
  let row: HTMLElement | null = null
  let element: Element | null = null
  let rowOffset = 0
  let offset = 0
  let rowTop = 0
  let isDue = false
  /** What was found in each parent. */
  const found = new WeakMap<Element, Element>()

  const childBelow = (parent: Element, top: number) => {
    const guess = found.get(parent)
    const child = firstBelow(parent.firstElementChild, top, guess?.parentElement === parent ? guess : undefined)
    if (child) found.set(parent, child)
    return child instanceof HTMLElement ? child : null
  }

  const viewTop = () => scroller.getBoundingClientRect().top
  const offsetOf = (target: Element) => target.getBoundingClientRect().top - viewTop() + scroller.scrollTop

  function note(): void {
    isDue = false
    const top = viewTop()
    const bottom = top + scroller.clientHeight
    row = childBelow(list, top)
    if (row && row.getBoundingClientRect().top >= bottom) row = null
    if (!row) {
      element = null
      return
    }
    element = row
    while (element.matches(parted) && element.getBoundingClientRect().top < top) {
      const inner = childBelow(element, top)
      if (!inner) break
      element = inner
    }
    rowTop = row.getBoundingClientRect().top - top
    rowOffset = rowTop + scroller.scrollTop
    offset = offsetOf(element)
  }

  return {
    note,
    noteWhenAsked() {
      isDue = true
    },
    shift() {
      if (isDue) note()
      if (element?.isConnected) return offsetOf(element) - offset
      return row?.isConnected ? offsetOf(row) - rowOffset : 0
    },
    place() {
      if (isDue) note()
      return row ? { id: row.dataset.row ?? '', top: rowTop } : null
    },
  }
}
