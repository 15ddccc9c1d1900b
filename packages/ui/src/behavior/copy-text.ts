/**
 * Puts text on the clipboard, also one that is still to come: the browser is asked at once, while it knows that a
 * person wants it. Answers whether that worked; never throws.
 */
export async function copyText(text: string | Promise<string>): Promise<boolean> {
  try {
    // Missing outside a secure context, such as plain HTTP in a home network.
    if (navigator.clipboard) {
      await (typeof text === 'string' ? navigator.clipboard.writeText(text) : writeWhenThere(text))
      return true
    }
  } catch {
    // Refused by a policy or for want of focus: the older way may still be open.
  }
  try {
    return copyBySelection(await text)
  } catch {
    // The text never came.
    return false
  }
}

function writeWhenThere(text: Promise<string>): Promise<void> {
  const blob = text.then((there) => new Blob([there], { type: 'text/plain' }))
  return navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
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
