/**
 * Tells how high the document is: at once, and whenever that changes by itself or by another width. Not where only the
 * height of the frame has changed, or a document as high as its frame and a little more would grow for ever.
 */
export function watchHeight(tell: (height: number) => void): void {
  let told = -1
  let width = window.innerWidth
  let frameHeight = window.innerHeight
  const look = () => {
    const isOwnDoing = window.innerWidth === width && window.innerHeight !== frameHeight
    width = window.innerWidth
    frameHeight = window.innerHeight
    const root = document.documentElement
    const overflows = root.scrollHeight > window.innerHeight
    const height = Math.ceil(overflows ? root.scrollHeight : root.getBoundingClientRect().height)
    if (height === told || (isOwnDoing && told >= 0)) return
    told = height
    tell(height)
  }
  const observer = new ResizeObserver(look)
  observer.observe(document.documentElement)
  if (document.body) observer.observe(document.body)
}
