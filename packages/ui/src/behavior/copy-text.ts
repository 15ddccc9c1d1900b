/** Puts text on the clipboard. Answers whether that worked; never throws. */
export async function copyText(text: string): Promise<boolean> {
  try {
    // Missing outside a secure context, such as plain HTTP in a home network.
    if (!navigator.clipboard) return copyBySelection(text)
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Refused by a policy or for want of focus: the older way may still be open.
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.setAttribute('aria-hidden', 'true')
  // Off screen but drawn, or there would be nothing to select; no scrolling to it either.
  Object.assign(area.style, { position: 'fixed', insetBlockStart: '0', opacity: '0', pointerEvents: 'none' })
  document.body.append(area)
  try {
    area.select()
    return document.execCommand('copy')
  } catch {
    // A browser without the command: the caller says that it did not work.
    return false
  } finally {
    area.remove()
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  }
}
