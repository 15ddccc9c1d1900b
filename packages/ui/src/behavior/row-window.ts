/** Rows `first` up to `end`, without `end` itself. */
export interface RowRange {
  readonly first: number
  readonly end: number
}

/** Which rows of a long list are worth drawing. */
export interface ShownRows {
  /** By the key of a group; one that is not there was not seen yet: its first rows. */
  readonly ranges: ReadonlyMap<string, RowRange>
  /** The row that has or had the focus: it stays, or the focus would go with it. */
  readonly keptId: string | null
}

/** An observable of the rows that are in sight or near it. */
export interface RowWindow {
  get(): ShownRows
  subscribe(listener: () => void): () => void
  /** Follows the scroller of the list; ends with the function it returns. */
  attach(scroller: HTMLElement): () => void
  /** There are other rows: looks again in the next frame, before which the page is laid out as a rule. */
  lookSoon(): void
}

/** Rows drawn beyond each end of what is in sight, and in how large steps that changes. */
const margin = 12
const step = 8
/** What of a group is drawn before its place is known. */
const unseen: RowRange = { first: 0, end: 32 }

/**
 * Draws of a list of many rows those in sight. Each group of rows is an element with `data-group` (its key) and
 * `data-rows` (how many); its height is that of all its rows, which are of one height.
 * @param onNearEnd the end of the list is near; may be called often.
 */
export function createRowWindow(onNearEnd: () => void): RowWindow {
  const listeners = new Set<() => void>()
  let shown: ShownRows = { ranges: new Map(), keptId: null }
  let attached: HTMLElement | undefined
  let frame = 0

  function publish(next: ShownRows): void {
    shown = next
    for (const listener of [...listeners]) listener()
  }

  function look(): void {
    if (!attached) return
    const ranges = rangesIn(attached)
    if (!isSame(shown.ranges, ranges)) publish({ ...shown, ranges })
    const { scrollHeight, scrollTop, clientHeight } = attached
    if (clientHeight > 0 && scrollHeight - scrollTop - clientHeight < 1.5 * clientHeight) onNearEnd()
  }

  /** Asking where the rows are would lay out the whole page at once, also what else was drawn with them. */
  function lookSoon(): void {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(look)
  }

  function onFocus(event: FocusEvent): void {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-conversation-id]') : null
    const keptId = row?.dataset.conversationId ?? null
    if (keptId !== shown.keptId) publish({ ...shown, keptId })
  }

  return {
    get: () => shown,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    attach(scroller) {
      attached = scroller
      const resizes = new ResizeObserver(look)
      resizes.observe(scroller)
      scroller.addEventListener('scroll', look, { passive: true })
      scroller.addEventListener('focusin', onFocus)
      look()
      return () => {
        cancelAnimationFrame(frame)
        resizes.disconnect()
        scroller.removeEventListener('scroll', look)
        scroller.removeEventListener('focusin', onFocus)
        attached = undefined
      }
    },
    lookSoon,
  }
}

/** The places of the rows to draw in a group, in order. */
export function rowsToDraw(
  { ranges, keptId }: ShownRows,
  { key, conversations }: { key: string; conversations: readonly { readonly id: string }[] },
): number[] {
  const { first, end } = ranges.get(key) ?? unseen
  const last = Math.min(end, conversations.length)
  const rows: number[] = []
  for (let row = Math.min(first, last); row < last; row += 1) rows.push(row)
  if (keptId === null) return rows
  const kept = conversations.findIndex(({ id }) => id === keptId)
  if (kept === -1 || (kept >= first && kept < last)) return rows
  return kept < first ? [kept, ...rows] : [...rows, kept]
}

function rangesIn(scroller: HTMLElement): Map<string, RowRange> {
  const ranges = new Map<string, RowRange>()
  const { top } = scroller.getBoundingClientRect()
  for (const group of scroller.querySelectorAll<HTMLElement>('[data-group]')) {
    const count = Number(group.dataset.rows)
    const box = group.getBoundingClientRect()
    ranges.set(
      group.dataset.group ?? '',
      rangeOf({ count, height: box.height, top: box.top - top }, scroller.clientHeight),
    )
  }
  return ranges
}

/** @param group how far below the top of what is in sight it begins, and how high it is. */
export function rangeOf(group: { count: number; height: number; top: number }, sightHeight: number): RowRange {
  const rowHeight = group.height / group.count
  if (!(rowHeight > 0)) return unseen
  const clamp = (row: number) => Math.max(0, Math.min(group.count, row))
  const first = Math.floor((Math.floor(-group.top / rowHeight) - margin) / step) * step
  const end = Math.ceil((Math.ceil((sightHeight - group.top) / rowHeight) + margin) / step) * step
  return { first: clamp(first), end: clamp(end) }
}

function isSame(a: ReadonlyMap<string, RowRange>, b: ReadonlyMap<string, RowRange>): boolean {
  if (a.size !== b.size) return false
  return [...b].every(([key, range]) => {
    const other = a.get(key)
    return other?.first === range.first && other.end === range.end
  })
}
