/** How many frames an element may take to be shown. */
const maxFrames = 30

/**
 * Gives the focus to what `selector` finds, as soon as it can have it: an element that is just being shown stays
 * inert or invisible for a frame or more.
 */
export function focusWhenShown(selector: string): void {
  let frames = 0
  const attempt = () => {
    const element = document.querySelector<HTMLElement>(selector)
    element?.focus()
    frames += 1
    if (document.activeElement !== element && frames < maxFrames) requestAnimationFrame(attempt)
  }
  requestAnimationFrame(attempt)
}
