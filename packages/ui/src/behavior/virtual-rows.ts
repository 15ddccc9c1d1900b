import { createRowHeights, sameFromStart } from './row-heights.ts'
import { createTurnRoom } from './turn-room.ts'
import { createViewAnchor, type RowPlace, type ViewAnchor } from './view-anchor.ts'

/** An observable of the rows to draw of a long list, and what keeps them in place. */
export interface VirtualRows {
  /** The ids of the rows to draw, in order. */
  get(): readonly string[]
  subscribe(listener: () => void): () => void
  /** Follows the list, an element in a scroller; ends with the function it returns. */
  attach(scroller: HTMLElement, list: HTMLElement): () => void
  /** The view was moved: looks which rows are in sight. */
  look(): void
  /** Brings a row to a place in the view, and tells once it is there. Does nothing where there is no such row. */
  show(place: RowPlace, onShown?: (row: HTMLElement) => void): void
  /** What stands at the upper edge of the view. */
  place(): RowPlace | null
}

export interface VirtualRowsOptions {
  /** All rows, from the first to the last. */
  readonly ids: { get(): readonly string[]; subscribe(listener: () => void): () => void }
  /** Where the view is to be at first; null: at the end. */
  readonly start: RowPlace | null
  /** Whether the view is to stay at the end, whatever is added there. */
  readonly isAtEnd: () => boolean
  /** Scrolls to the end. */
  readonly toEnd: () => void
  /** Scrolls by so many pixels, without that being the reader's doing. */
  readonly moveBy: (px: number) => void
  /** Calls back before what is drawn is painted, when it can be asked where it stands. */
  readonly beforePaint: (callback: () => void) => void
}

/** What a list is shown in. */
interface Attached {
  readonly scroller: HTMLElement
  readonly list: HTMLElement
  readonly anchor: ViewAnchor
  /** Does at once what is to be done for rows that came or went. */
  readonly settle: () => void
}

/** Up to so many rows are all drawn: all that a browser does with a page, such as finding, works then. */
export const maxDrawnWhole = 40

/** How much is drawn beyond each edge of the view, and how much of it must be left before more is drawn; in views. */
const drawnBeyond = 1.25
const neededBeyond = 0.5
/** How high the view is taken to be before it is known, in pixels. */
const unknownView = 900
/** How long after the last movement the view is taken to rest, in milliseconds. */
const restMs = 160
/** Rows at the end that are always drawn: what is said in them, such as a failure, is heard wherever the reader is. */
const alwaysAtEnd = 2
/** What would be lost with its row: what is written, unfolded, or has its menu open. */
const kept = '.message-edit, details[open], [aria-expanded="true"]'
/** What stands in a row whose content is yet to be read, and has another height. */
const unread = '.message-unread'
/** By these a reader goes elsewhere. */
const readerEvents = ['wheel', 'touchmove', 'pointerdown', 'keydown']

/**
 * Draws of a list of many rows those in sight. Rows are children of the list with `data-row` (the id) and stay in the
 * normal flow; a margin above a row makes the room of those before it that are not drawn. What stands at the upper edge
 * of the view stays there while rows above it are drawn, measured or change, but for a view that follows the end.
 * Rows that hold the focus, a selection or unfinished work stay drawn.
 */
export function createVirtualRows(options: VirtualRowsOptions): VirtualRows {
  const listeners = new Set<() => void>()
  const heights = createRowHeights()
  let ids: readonly string[] = []
  let range = { first: 0, end: 0 }
  let keptIndexes: readonly number[] = []
  let drawn: readonly string[] = []
  let drawnIndexes: readonly number[] = []
  let attached: Attached | undefined
  let target: { place: RowPlace; onShown?: (row: HTMLElement) => void } | undefined = options.start
    ? { place: options.start }
    : undefined
  let viewHeight = unknownView
  /**
   * By how much the room above is smaller or larger than it should be: while the reader scrolls, wrong guesses are made
   * up for there, since writing the position would stop the movement.
   */
  let drift = 0
  let isMoving = false
  /** Where the view was put when it was last put back. */
  let heldTop = Number.NaN

  function draw(): boolean {
    const indexes = new Set<number>(keptIndexes)
    for (let index = range.first; index < range.end; index += 1) indexes.add(index)
    for (let index = Math.max(0, ids.length - alwaysAtEnd); index < ids.length; index += 1) indexes.add(index)
    drawnIndexes = [...indexes].filter((index) => index >= 0 && index < ids.length).sort((a, b) => a - b)
    const next = drawnIndexes.map((index) => ids[index] ?? '')
    if (next.length === drawn.length && sameFromStart(next, drawn) === next.length) return false
    drawn = next
    // While rows come and go the list keeps its height, or the browser would move the view into what is left of it.
    if (attached) attached.list.style.minBlockSize = `${attached.list.offsetHeight}px`
    return true
  }

  /** The rows of a view that begins so far below the beginning of the list. */
  function rangeAt(top: number) {
    if (ids.length <= maxDrawnWhole) return { first: 0, end: ids.length }
    const beyond = viewHeight * drawnBeyond
    return { first: heights.rowAt(top - beyond), end: heights.rowAt(top + viewHeight + beyond) + 1 }
  }

  const atEnd = () => rangeAt(heights.startOf(ids.length) - viewHeight)
  const around = (place: RowPlace, index: number) => rangeAt(heights.startOf(index) - place.top)

  /** Takes over that there are other rows: what is read stays, where it is still there. */
  function takeOver(next: readonly string[]): void {
    const before = ids
    const anchored = attached?.anchor.place() ?? null
    const keptBefore = keptNow()
    ids = next
    heights.setIds(ids)
    const same = sameFromStart(before, ids)
    // What has the focus may give it to what comes in its place.
    keptIndexes = keptBefore.map((index) => {
      const now = index < same ? index : ids.indexOf(before[index] ?? '')
      return now === -1 ? index : now
    })
    const wanted = target ? ids.indexOf(target.place.id) : -1
    if (wanted === -1 && ids.length > 0) target = undefined
    if (target && wanted !== -1) range = around(target.place, wanted)
    else if (!anchored || options.isAtEnd()) range = atEnd()
    else {
      const was = before.indexOf(anchored.id)
      const now = was < same ? was : ids.indexOf(anchored.id)
      if (now !== -1) range = around(anchored, now)
      else {
        // It went with another path: to where the ways part.
        const fork = Math.min(same, ids.length - 1)
        const place = { id: ids[fork] ?? '', top: fork === was ? anchored.top : viewHeight / 4 }
        target = { place }
        range = around(place, fork)
      }
    }
    draw()
  }

  function keptNow(): number[] {
    if (!attached) return []
    const { list } = attached
    const indexes: number[] = []
    const indexOf = (node: Node | null | undefined) => {
      const row = node && list.contains(node) ? rowOf(node, list) : null
      const index = row ? indexOfDrawn(row) : -1
      return index === -1 ? undefined : index
    }
    const focused = indexOf(document.activeElement)
    // The neighbours too: the next thing to go to by keyboard may be in them.
    if (focused !== undefined) indexes.push(focused - 1, focused, focused + 1)
    for (const element of list.querySelectorAll(kept)) indexes.push(indexOf(element) ?? -1)
    const selection = document.getSelection()
    if (selection && !selection.isCollapsed) {
      indexes.push(indexOf(selection.anchorNode) ?? -1, indexOf(selection.focusNode) ?? -1)
    }
    return [...new Set(indexes)].filter((index) => index >= 0).sort((a, b) => a - b)
  }

  function indexOfDrawn(row: HTMLElement): number {
    return drawnIndexes[drawn.indexOf(row.dataset.row ?? '')] ?? -1
  }

  function publish(): void {
    for (const listener of [...listeners]) listener()
  }

  function bringUpToDate(): boolean {
    const next = options.ids.get()
    if (next === ids) return false
    takeOver(next)
    return true
  }

  /** How far below the beginning of the list the view begins. */
  function topOfView({ scroller, list, anchor }: Attached): number {
    const place = anchor.place()
    const index = place ? ids.indexOf(place.id) : -1
    if (place && index !== -1) return heights.startOf(index) - place.top
    return scroller.getBoundingClientRect().top - list.getBoundingClientRect().top
  }

  /** Whether what is drawn reaches far enough beyond the view, and not much too far. */
  function isEnough(view: Attached): boolean {
    if (ids.length <= maxDrawnWhole) return range.first === 0 && range.end === ids.length
    const top = topOfView(view)
    const needed = viewHeight * neededBeyond
    const first = heights.rowAt(top - needed)
    const last = heights.rowAt(top + viewHeight + needed)
    return first >= range.first && last < range.end && range.end - range.first <= 2 * (last - first + 20)
  }

  function look(): void {
    if (!attached || bringUpToDate()) return
    // Of a page that is not shown nothing is in sight, and nothing is known.
    if (attached.scroller.clientHeight === 0) return
    viewHeight = attached.scroller.clientHeight
    if (!isEnough(attached)) {
      heights.guessAnew()
      range = rangeAt(topOfView(attached))
    }
    keptIndexes = keptNow()
    if (draw()) publish()
  }

  /** Makes the room of what is not drawn. */
  function makeRoom(list: HTMLElement): void {
    let next = 0
    const driftAt = range.first > 0 ? range.first : -1
    if (driftAt === -1) drift = 0
    for (const row of rowsIn(list)) {
      const index = indexOfDrawn(row)
      if (index === -1) continue
      const room = heights.startOf(index) - heights.startOf(next) + (index === driftAt ? drift : 0)
      const margin = index === next ? '' : `${Math.max(0, room)}px`
      if (row.style.marginBlockStart !== margin) row.style.marginBlockStart = margin
      next = index + 1
    }
  }

  /** Puts what is read back to where it was. */
  function hold(canDrift: boolean): void {
    if (!attached) return
    const { scroller, list, anchor } = attached
    const row = target && findRow(list, target.place.id)
    if (target && row) {
      const { place, onShown } = target
      const isRead = !row.querySelector(unread)
      // A row that is yet to be read is brought to its place again once it has been.
      if (isRead) target = undefined
      drift = 0
      makeRoom(list)
      options.moveBy(row.getBoundingClientRect().top - scroller.getBoundingClientRect().top - place.top)
      // From there on: what is told may move the view.
      anchor.note()
      if (isRead) onShown?.(row)
    } else if (options.isAtEnd()) options.toEnd()
    else {
      const shift = anchor.shift()
      if (shift !== 0 && canDrift && isMoving) {
        drift -= shift
        makeRoom(list)
      }
      const rest = anchor.shift()
      if (Math.abs(rest) >= 0.5) options.moveBy(rest)
    }
    if (options.isAtEnd()) anchor.noteWhenAsked()
    else anchor.note()
    heldTop = scroller.scrollTop
  }

  function attach(scroller: HTMLElement, list: HTMLElement): () => void {
    const anchor = createViewAnchor(scroller, list)
    const makeTurnRoom = createTurnRoom(scroller, list)
    /** Rows have come or gone, and what stands where was not looked at since. */
    let isUnsettled = false
    const settle = () => {
      if (!isUnsettled) return
      isUnsettled = false
      settleRows()
    }
    attached = { scroller, list, anchor, settle }
    const abort = new AbortController()
    const observed = new Set<Element>()
    let frame: number | undefined
    let rest: ReturnType<typeof setTimeout> | undefined

    const lookInFrame = () => {
      frame ??= requestAnimationFrame(() => {
        frame = undefined
        settle()
        makeTurnRoom(rowsIn(list))
        look()
      })
    }
    const needsLook = () => scroller.clientHeight !== viewHeight || (attached !== undefined && !isEnough(attached))
    // What has no height is still to come, or has just gone.
    const measure = (row: HTMLElement, height: number) => height > 0 && heights.measure(indexOfDrawn(row), height)
    const sizes = new ResizeObserver((entries) => {
      settle()
      // Of the rows below it the sizes are told after this.
      if (entries.some(({ target: element }) => element === scroller)) makeTurnRoom(rowsIn(list))
      for (const { target: element, borderBoxSize } of entries) {
        const height = borderBoxSize[0]?.blockSize
        if (element instanceof HTMLElement && element !== scroller && height !== undefined) measure(element, height)
      }
      hold(false)
      // Sizes are known now, so that this lays out nothing. But rows that are drawn while sizes are told would be told too late.
      if (needsLook() || entries.some(({ target: element }) => element !== list.lastElementChild)) lookInFrame()
    })
    const settleRows = () => {
      const rows = rowsIn(list)
      const present = new Set<Element>(rows)
      for (const row of observed) {
        if (present.has(row)) continue
        sizes.unobserve(row)
        observed.delete(row)
      }
      makeTurnRoom(rows)
      list.style.minBlockSize = ''
      for (const row of rows) {
        if (observed.has(row)) continue
        observed.add(row)
        sizes.observe(row)
        measure(row, row.getBoundingClientRect().height)
      }
      hold(true)
    }
    const come = () => {
      isMoving = false
      if (drift === 0) return
      drift = 0
      makeRoom(list)
      hold(false)
    }
    // Told before the next paint: what is drawn is never seen in a wrong place.
    const changes = new MutationObserver(() => {
      // At once: the browser would move the view into a list that is too short when it lays it out.
      makeRoom(list)
      isUnsettled = true
      // Where the view is to go elsewhere, it must not be heard of first where it still is.
      if (target) settle()
      else options.beforePaint(settle)
    })
    changes.observe(list, { childList: true })
    sizes.observe(scroller)
    const listen = { passive: true, signal: abort.signal }
    scroller.addEventListener(
      'scroll',
      () => {
        // That is where it was put: what stands there was noted then.
        const wasPut = scroller.scrollTop === heldTop
        settle()
        if (wasPut && !needsLook()) return
        heldTop = Number.NaN
        isMoving = true
        clearTimeout(rest)
        rest = setTimeout(come, restMs)
        anchor.note()
        look()
      },
      listen,
    )
    const letGo = () => {
      if (target && findRow(list, target.place.id)) target = undefined
    }
    for (const name of readerEvents) scroller.addEventListener(name, letGo, listen)
    scroller.addEventListener('focusin', lookInFrame, listen)
    makeRoom(list)
    settleRows()
    look()
    return () => {
      isUnsettled = false
      abort.abort()
      changes.disconnect()
      sizes.disconnect()
      clearTimeout(rest)
      if (frame !== undefined) cancelAnimationFrame(frame)
      attached = undefined
    }
  }

  return {
    get() {
      bringUpToDate()
      return drawn
    },
    subscribe(listener) {
      listeners.add(listener)
      const end = options.ids.subscribe(listener)
      return () => {
        listeners.delete(listener)
        end()
      }
    },
    attach,
    look() {
      attached?.settle()
      attached?.anchor.note()
      look()
    },
    show(place, onShown) {
      bringUpToDate()
      const index = ids.indexOf(place.id)
      if (index === -1) return
      target = { place, ...(onShown && { onShown }) }
      range = around(place, index)
      keptIndexes = keptNow()
      if (draw()) publish()
      else hold(false)
    },
    place: () => attached?.anchor.place() ?? null,
  }
}

function rowsIn(list: HTMLElement): HTMLElement[] {
  return [...list.children].filter(
    (child): child is HTMLElement => child instanceof HTMLElement && child.dataset.row !== undefined,
  )
}

function findRow(list: HTMLElement, id: string): HTMLElement | undefined {
  return rowsIn(list).find(({ dataset }) => dataset.row === id)
}

function rowOf(node: Node, list: HTMLElement): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement
  const row = element?.closest<HTMLElement>('[data-row]') ?? null
  return row && list.contains(row) ? row : null
}
