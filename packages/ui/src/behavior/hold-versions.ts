import { focusIfLost } from './keep-focus.ts'

/** How long another version may take to be shown before the place is given up. */
const maxWaitMs = 3000

/**
 * Notes which control of a message's versions was used, and where it stands in the view. The function it returns waits
 * until that version is shown, gives the focus, if it went with the message, to its same control, and scrolls so that
 * it stands where the other stood: it can be used again without looking for it.
 */
export function holdVersions(control: HTMLElement): (messageId: string) => void {
  const scroller = control.closest<HTMLElement>('.transcript')
  const step = control.dataset.step ?? ''
  if (!scroller) return () => undefined
  const top = topInView(control, scroller)

  return (messageId) => {
    const selector = `[data-message-id="${CSS.escape(messageId)}"] .versions [data-step="${step}"]`
    const attempt = () => {
      const shown = scroller.querySelector<HTMLElement>(selector)
      if (!shown) return false
      focusIfLost(shown)
      scroller.scrollTop += topInView(shown, scroller) - top
      return true
    }
    if (attempt()) return
    // Heard before the next frame is painted: nothing is seen to jump.
    const observer = new MutationObserver(() => {
      if (attempt()) end()
    })
    const timer = setTimeout(() => end(), maxWaitMs)
    const end = () => {
      observer.disconnect()
      clearTimeout(timer)
    }
    observer.observe(scroller, { childList: true, subtree: true })
  }
}

/** How far below the upper edge of the view an element is laid out, where animations do not count. */
function topInView(element: HTMLElement, scroller: HTMLElement): number {
  let top = -scroller.scrollTop
  for (let node: Element | null = element; node instanceof HTMLElement; node = node.offsetParent) top += node.offsetTop
  return top
}
