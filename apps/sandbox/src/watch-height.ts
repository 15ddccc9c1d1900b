/** In so many frames the sizes that follow from another height of the frame have all been told, in whatever order. */
const framesToFollow = 3

/**
 * Tells how high the document is: at once, and whenever that changes by itself or by another width. Where only the
 * height of the frame has changed, and the document with it, it is told once more at most, or a document that is as
 * high as its frame and a little more would grow for ever.
 */
export function watchHeight(root: HTMLElement, tell: (height: number) => void): void {
  let told = -1
  let width = window.innerWidth
  let frameHeight = window.innerHeight
  let following = 0
  let mayCorrect = true
  const look = () => {
    if (window.innerWidth === width && window.innerHeight !== frameHeight) follow()
    width = window.innerWidth
    frameHeight = window.innerHeight
    // A frame that is higher than its document hides what reaches out of that.
    const overflows = root.scrollHeight > frameHeight
    const height = Math.ceil(overflows ? root.scrollHeight : root.getBoundingClientRect().height)
    const isByFrame = following > 0
    if (height === told || (isByFrame && !(overflows && mayCorrect))) return
    mayCorrect = !isByFrame
    told = height
    tell(height)
  }
  const follow = () => {
    const isWaiting = following > 0
    following = framesToFollow
    if (!isWaiting) requestAnimationFrame(wait)
  }
  const wait = () => {
    following -= 1
    if (following > 0) requestAnimationFrame(wait)
  }
  const observer = new ResizeObserver(look)
  observer.observe(root)
  const body = root.querySelector('body')
  if (body) observer.observe(body)
  window.addEventListener('resize', look)
}
