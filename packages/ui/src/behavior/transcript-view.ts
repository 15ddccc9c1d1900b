import { createFollowScroll, type FollowScroll } from './follow-scroll.ts'
import { pointOut, whenDrawn } from './point-out.ts'
import type { ReadingPlaces } from './reading-places.ts'
import { createVirtualRows } from './virtual-rows.ts'

interface Readable<Value> {
  get(): Value
  subscribe(listener: () => void): () => void
}

/** What of a conversation's view the transcript goes by. */
interface ShownPath {
  readonly messageIds: readonly string[]
  /** Replies that stand side by side in the row of the first of them. */
  readonly compared: readonly string[]
}

/** The scroller of a conversation's messages: which are drawn, where the view is, and whether it follows the end. */
export interface TranscriptView {
  readonly conversationId: string
  /** The ids of the messages to draw, each as a row. */
  readonly rows: Readable<readonly string[]>
  readonly isFollowing: Readable<boolean>
  /** The scroller is on the page; returns what ends it. */
  attach(scroller: HTMLElement): () => void
  /** The rows are on the page, within the scroller; returns what ends it. */
  attachRows(list: HTMLElement): () => void
  /** Jumps to the end and follows from there. */
  scrollToLatest(): void
  /** Brings a message into view once it is on the path, marks it for a moment and gives it the focus. */
  showMessage(messageId: string): void
  /** Brings a place within a message of the path into view; all of the message where `find` has none. */
  reveal(messageId: string, find: (message: HTMLElement) => Range | undefined): void
  /** The message at the upper edge of the view. */
  firstInSight(): string | undefined
}

const none: readonly string[] = []
/** What is to be looked at stands at least so far from the edges of the view, in pixels. */
const roomAround = 56

/** Makes what both clients bind to the transcript of a conversation; one for each that is opened. */
export function createTranscriptView(options: {
  readonly conversationId: string
  readonly conversation: Readable<ShownPath | { readonly status: 'loading' | 'not-found' | 'failed' }>
  readonly places: ReadingPlaces
  /** Calls back before what is drawn is painted, when it can be asked where it stands. */
  readonly beforePaint: (callback: () => void) => void
}): TranscriptView {
  const { conversationId, conversation, places, beforePaint } = options
  const path = (): ShownPath => {
    const view = conversation.get()
    return 'messageIds' in view ? view : { messageIds: none, compared: none }
  }
  const listeners = new Set<() => void>()
  let scroller: HTMLElement | undefined
  let list: HTMLElement | undefined
  let follow: FollowScroll | undefined
  let endRows: (() => void) | undefined
  let wanted: string | undefined
  let endWaiting = () => {}

  const rows = createVirtualRows({
    ids: { get: () => path().messageIds, subscribe: (listener) => conversation.subscribe(listener) },
    start: places.get(conversationId),
    isAtEnd: () => follow === undefined || (follow.isFollowing() && !follow.isHeld()),
    toEnd: () => follow?.scrollToLatest(),
    moveBy: (px) => follow?.moveBy(px),
    beforePaint,
  })

  /** Once both the scroller and the rows are there. */
  function begin(): void {
    if (!scroller || !list || !follow || endRows) return
    const place = places.get(conversationId)
    const isRestored = place !== null && path().messageIds.includes(place.id)
    if (isRestored) follow.release()
    const detach = rows.attach(scroller, list)
    const unsubscribe = conversation.subscribe(() => {
      if (wanted !== undefined) show(wanted)
    })
    endRows = () => {
      unsubscribe()
      detach()
    }
    if (isRestored) rows.show(place)
    if (wanted !== undefined) show(wanted)
  }

  function end(): void {
    if (!endRows) return
    keepPlace()
    endWaiting()
    endRows()
    endRows = undefined
  }

  function keepPlace(): void {
    if (endRows) places.set(conversationId, follow?.isFollowing() === false ? rows.place() : null)
  }

  /** Brings the row of a message into view, and hands over the message. False where it is not on the path. */
  function bring(messageId: string, onShown: (message: HTMLElement) => void): boolean {
    const { messageIds, compared } = path()
    const id = compared.includes(messageId) ? compared[0] : messageId
    if (!endRows || !follow || !scroller || id === undefined || !messageIds.includes(id)) return false
    endWaiting()
    follow.release()
    rows.show({ id, top: Math.round(scroller.clientHeight / 5) }, (row) => {
      endWaiting = whenDrawn(row, messageId, onShown)
    })
    return true
  }

  function show(messageId: string): void {
    wanted = bring(messageId, pointOut) ? undefined : messageId
  }

  function bringRange(message: HTMLElement, range: Range | undefined): void {
    if (!scroller) return
    if (range) scrollWithin(scroller, range)
    const box = (range ?? message).getBoundingClientRect()
    const view = scroller.getBoundingClientRect()
    const isInView = box.top >= view.top + roomAround && box.bottom <= view.bottom - roomAround
    if (!isInView) follow?.moveBy(box.top - view.top - scroller.clientHeight / 3)
    rows.look()
  }

  function scrollToLatest(): void {
    follow?.scrollToLatest()
    rows.look()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!scroller || !follow || !isForScroller(event, scroller)) return
    // The browser's own way there would be as long as the conversation.
    if (event.key === 'End') scrollToLatest()
    else {
      follow.release()
      follow.moveBy(-scroller.scrollTop)
    }
    event.preventDefault()
  }

  return {
    conversationId,
    rows,
    isFollowing: {
      get: () => follow?.isFollowing() ?? true,
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    attach(element) {
      scroller = element
      const abort = new AbortController()
      const tell = () => {
        for (const listener of [...listeners]) listener()
      }
      follow = createFollowScroll(element, { onChange: tell })
      element.addEventListener('keydown', onKeyDown, { signal: abort.signal })
      window.addEventListener('pagehide', keepPlace, { signal: abort.signal })
      begin()
      return () => {
        end()
        abort.abort()
        follow?.dispose()
        follow = undefined
        scroller = undefined
        tell()
      }
    },
    attachRows(element) {
      list = element
      begin()
      return () => {
        end()
        list = undefined
      }
    },
    scrollToLatest,
    showMessage: show,
    reveal(messageId, find) {
      const drawn = list && findMessage(list, messageId)
      if (drawn) {
        follow?.release()
        bringRange(drawn, find(drawn))
      } else bring(messageId, (message) => bringRange(message, find(message)))
    },
    firstInSight: () => rows.place()?.id,
  }
}

function findMessage(parent: HTMLElement, messageId: string): HTMLElement | null {
  return parent.querySelector<HTMLElement>(`[data-message-id="${CSS.escape(messageId)}"]`)
}

/** Scrolls what scrolls within a message, such as a line of code, to a place in it. */
function scrollWithin(scroller: HTMLElement, range: Range): void {
  let inner = range.startContainer.parentElement
  for (; inner && inner !== scroller; inner = inner.parentElement) {
    if (!isScrollable(inner)) continue
    const box = range.getBoundingClientRect()
    const view = inner.getBoundingClientRect()
    if (box.top < view.top || box.bottom > view.bottom) inner.scrollTop += box.top - view.top - inner.clientHeight / 3
    if (box.left < view.left || box.right > view.right) inner.scrollLeft += box.left - view.left - inner.clientWidth / 3
  }
}

function isScrollable(element: HTMLElement): boolean {
  const { overflowX, overflowY } = getComputedStyle(element)
  return (
    (element.scrollHeight > element.clientHeight + 1 && overflowY !== 'visible') ||
    (element.scrollWidth > element.clientWidth + 1 && overflowX !== 'visible')
  )
}

/** Whether Home or End moves the transcript itself, and not a caret or something that scrolls within it. */
function isForScroller(event: KeyboardEvent, scroller: HTMLElement): boolean {
  if (event.key !== 'Home' && event.key !== 'End') return false
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false
  if (!(event.target instanceof HTMLElement) || event.target.matches('input, textarea, select')) return false
  for (let inner: HTMLElement | null = event.target; inner && inner !== scroller; inner = inner.parentElement) {
    if (isScrollable(inner)) return false
  }
  return true
}
