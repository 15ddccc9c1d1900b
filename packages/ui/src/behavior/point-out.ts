/** For how long a message that was asked for is marked. */
export const pointOutMs = 2400

const marks = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>()

/**
 * Points out a message in its row: now, or once it has been read and stands there. Returns what gives that up.
 */
export function pointOutIn(row: HTMLElement, messageId: string): () => void {
  const point = () => {
    const message = row.querySelector<HTMLElement>(`[data-message-id="${CSS.escape(messageId)}"]`)
    if (message) pointOut(message)
    return message !== null
  }
  if (point()) return () => {}
  const observer = new MutationObserver(() => {
    if (point()) observer.disconnect()
  })
  observer.observe(row, { childList: true, subtree: true })
  return () => observer.disconnect()
}

/** Marks a message for the eye for a moment, and gives it the focus, so that a screen reader goes on from there. */
function pointOut(message: HTMLElement): void {
  message.tabIndex = -1
  message.focus({ preventScroll: true })
  clearTimeout(marks.get(message))
  message.dataset.pointedOut = ''
  marks.set(
    message,
    setTimeout(() => {
      delete message.dataset.pointedOut
    }, pointOutMs),
  )
}
