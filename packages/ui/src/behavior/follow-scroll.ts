/** Keeps a growing text in view for a reader who is at its end, and leaves every other reader alone. */
export interface FollowScroll {
  /** Jumps to the end and follows from there. */
  scrollToLatest(): void
  isFollowing(): boolean
  dispose(): void
}

export interface FollowScrollOptions {
  /** Told each time following begins or ends. */
  readonly onChange?: (isFollowing: boolean) => void
  /** How near to the end, in pixels, a reader who scrolls down is taken to have arrived. */
  readonly thresholdPx?: number
}

const keysThatScrollUp: ReadonlySet<string> = new Set(['ArrowUp', 'PageUp', 'Home'])

/**
 * Follows the first child of `element`, which scrolls. Starts following; the reader's own wheel, finger, keys,
 * scroll bar or selection end it, and their arrival at the end begins it again. It only ever writes `scrollTop`
 * when sizes change, after scroll events of the same frame were heard, so it never fights the reader.
 */
export function createFollowScroll(element: HTMLElement, options: FollowScrollOptions = {}): FollowScroll {
  const thresholdPx = options.thresholdPx ?? 48
  const abort = new AbortController()
  let isFollowing = true
  let lastTop = element.scrollTop
  let touchY: number | undefined

  const distance = () => element.scrollHeight - element.clientHeight - element.scrollTop
  const follow = (next: boolean) => {
    if (next === isFollowing) return
    isFollowing = next
    options.onChange?.(next)
  }
  const detach = () => {
    // Where there is nothing above, an upward gesture moves nothing and means nothing.
    if (element.scrollTop > 0) follow(false)
  }
  const pin = () => {
    element.scrollTop = element.scrollHeight
    lastTop = element.scrollTop
  }

  const onScroll = () => {
    const top = element.scrollTop
    const rest = distance()
    // Content that shrinks moves the position up too, but leaves it at the end: that is no gesture.
    if (rest <= 1 || (top > lastTop && rest <= thresholdPx)) follow(true)
    else if (top < lastTop - 1) follow(false)
    lastTop = top
  }
  const onResize = () => {
    if (!isFollowing) return
    if (distance() > 1 && isSelecting(element)) follow(false)
    else pin()
  }

  const listen = { passive: true, signal: abort.signal }
  element.addEventListener('scroll', onScroll, listen)
  element.addEventListener(
    'wheel',
    (event) => {
      if (event.deltaY < 0 && !event.ctrlKey) detach()
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
      if (y !== undefined && touchY !== undefined && y > touchY + 4) detach()
    },
    listen,
  )
  element.addEventListener(
    'keydown',
    (event) => {
      if (keysThatScrollUp.has(event.key) || (event.key === ' ' && event.shiftKey)) detach()
    },
    listen,
  )

  const observer = new ResizeObserver(onResize)
  observer.observe(element)
  if (element.firstElementChild) observer.observe(element.firstElementChild)
  pin()

  return {
    scrollToLatest() {
      pin()
      follow(true)
    },
    isFollowing: () => isFollowing,
    dispose() {
      abort.abort()
      observer.disconnect()
    },
  }
}

/** Whether the reader has marked text in the element: it must not move away under their pointer. */
function isSelecting(element: HTMLElement): boolean {
  const selection = element.ownerDocument.getSelection()
  return selection !== null && !selection.isCollapsed && element.contains(selection.anchorNode)
}
