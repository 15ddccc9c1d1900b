/** Keeps a growing text in view for a reader who is at its end, and leaves every other reader alone. */
export interface FollowScroll {
  /** Jumps to the end and follows from there. */
  scrollToLatest(): void
  /** Ends following: the view is to be somewhere else. */
  release(): void
  /** Scrolls by so many pixels because something changed above; says nothing about the reader. */
  moveBy(px: number): void
  isFollowing(): boolean
  /** Whether the view is to stay where it is though it follows, because the reader has something under their hands. */
  isHeld(): boolean
  dispose(): void
}

export interface FollowScrollOptions {
  /** Told each time following begins or ends. */
  readonly onChange?: (isFollowing: boolean) => void
  /** How near to the end, in pixels, a reader who scrolls down is taken to have arrived. */
  readonly thresholdPx?: number
}

/** How many frames a gesture may take to move what it scrolls. */
const gestureFrames = 3

const keysThatScrollUp: ReadonlySet<string> = new Set(['ArrowUp', 'PageUp', 'Home'])

/**
 * Follows the first child of `element`, which scrolls. Starts following; the reader's own wheel, finger, keys,
 * scroll bar or selection end it, as does what they unfold or work on, and their arrival at the end begins it again. A gesture
 * that turns out to have moved something else, or nothing, changes nothing. It only ever writes `scrollTop` when
 * sizes change, or after such a gesture, once scroll events were heard, so it never fights the reader.
 */
export function createFollowScroll(element: HTMLElement, options: FollowScrollOptions = {}): FollowScroll {
  const thresholdPx = options.thresholdPx ?? 48
  const abort = new AbortController()
  let isFollowing = true
  let lastTop = element.scrollTop
  let touchY: number | undefined
  /** Where the view stood when a gesture of the reader ended following, until that has moved it. */
  let topBeforeGesture: number | undefined
  /** The reader unfolded or folded something, in this frame or the one before. */
  let hasToggled = false
  const frames = createFrameTimer()
  const toggleFrames = createFrameTimer()

  const distance = () => element.scrollHeight - element.clientHeight - element.scrollTop
  const follow = (next: boolean) => {
    if (next === isFollowing) return
    isFollowing = next
    options.onChange?.(next)
  }
  const detach = (event: Event) => {
    // Where there is nothing above, an upward gesture moves nothing and means nothing.
    if (element.scrollTop <= 0 || isScrolledInside(element, event.target)) return
    if (isFollowing) topBeforeGesture = element.scrollTop
    if (topBeforeGesture === undefined) return
    follow(false)
    frames.start(gestureFrames, () => {
      const top = topBeforeGesture
      topBeforeGesture = undefined
      if (top === undefined || element.scrollTop < top) return
      follow(true)
      pin()
    })
  }
  const pin = () => {
    element.scrollTop = element.scrollHeight
    lastTop = element.scrollTop
  }

  const isHeld = () => hasToggled || isSelecting(element) || isWorkedOn(element)

  const onScroll = () => {
    const top = element.scrollTop
    // It was put there by us.
    if (top === lastTop && isFollowing) return
    const rest = distance()
    // Content that shrinks moves the position up too, but leaves it at the end: that is no gesture.
    if (rest <= 1 || (top > lastTop && rest <= thresholdPx)) follow(true)
    else if (top < lastTop - 1) {
      topBeforeGesture = undefined
      follow(false)
    }
    lastTop = top
  }
  const onResize = () => {
    if (!isFollowing) return
    if (distance() > 1 && isHeld()) follow(false)
    else pin()
  }

  const listen = { passive: true, signal: abort.signal }
  element.addEventListener('scroll', onScroll, listen)
  element.addEventListener(
    'wheel',
    (event) => {
      if (event.deltaY < 0 && !event.ctrlKey) detach(event)
    },
    listen,
  )
  element.addEventListener(
    'touchstart',
    (event) => {
      touchY = event.touches[0]?.clientY
    },
    listen,
  )
  element.addEventListener(
    'touchmove',
    (event) => {
      const y = event.touches[0]?.clientY
      if (y !== undefined && touchY !== undefined && y > touchY + 4) detach(event)
    },
    listen,
  )
  element.addEventListener(
    'keydown',
    (event) => {
      if (keysThatScrollUp.has(event.key) || (event.key === ' ' && event.shiftKey)) detach(event)
    },
    listen,
  )
  // Not `toggle`: that comes too late, and also where it was not the reader who did it.
  element.addEventListener(
    'click',
    (event) => {
      if (!isOnSummary(event.target)) return
      hasToggled = true
      // The sizes that follow from it are told at the end of the next frame.
      toggleFrames.start(2, () => {
        hasToggled = false
      })
    },
    listen,
  )

  const observer = new ResizeObserver(onResize)
  observer.observe(element)
  if (element.firstElementChild) observer.observe(element.firstElementChild)
  pin()

  return {
    scrollToLatest() {
      topBeforeGesture = undefined
      pin()
      follow(true)
    },
    release() {
      topBeforeGesture = undefined
      frames.cancel()
      follow(false)
    },
    moveBy(px) {
      element.scrollTop += px
      lastTop = element.scrollTop
    },
    isFollowing: () => isFollowing,
    isHeld,
    dispose() {
      abort.abort()
      frames.cancel()
      toggleFrames.cancel()
      observer.disconnect()
    },
  }
}

/** Whether the reader has marked text in the element: it must not move away under their pointer. */
function isSelecting(element: HTMLElement): boolean {
  const selection = element.ownerDocument.getSelection()
  return selection !== null && !selection.isCollapsed && element.contains(selection.anchorNode)
}

/**
 * Whether the reader writes in the element, or goes through the versions of a message: what they have under their
 * hands must not move away with the end.
 */
function isWorkedOn(element: HTMLElement): boolean {
  const active = element.ownerDocument.activeElement
  return active !== null && element.contains(active) && active.closest('.message-edit, .versions') !== null
}

/** Whether an upward gesture on `target` scrolls something between it and the element, such as a long message. */
function isScrolledInside(element: HTMLElement, target: EventTarget | null): boolean {
  for (let inner = asElement(target); inner && inner !== element; inner = inner.parentElement) {
    if (inner.scrollTop > 0) return true
  }
  return false
}

function isOnSummary(target: EventTarget | null): boolean {
  for (let inner = asElement(target); inner; inner = inner.parentElement) if (inner.localName === 'summary') return true
  return false
}

function asElement(target: EventTarget | null): Element | null {
  return target !== null && 'parentElement' in target ? (target as Element) : null
}

/** Calls back after so many frames. Starting it again begins the count anew. */
function createFrameTimer() {
  let handle: number | undefined
  const cancel = () => {
    if (handle !== undefined) cancelAnimationFrame(handle)
    handle = undefined
  }
  return {
    cancel,
    start(count: number, onEnd: () => void) {
      cancel()
      const next = (rest: number) => {
        handle = requestAnimationFrame(() => {
          if (rest > 1) return next(rest - 1)
          handle = undefined
          onEnd()
        })
      }
      next(count)
    },
  }
}
