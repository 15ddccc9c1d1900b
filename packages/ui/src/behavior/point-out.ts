/** For how long a message that was asked for is marked. */
export const pointOutMs = 2400

const marks = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>()

/** Hands over a message once it stands in its row: now, or when it has been read. Returns what gives that up. */
export function whenDrawn(row: HTMLElement, messageId: string, onDrawn: (message: HTMLElement) => void): () => void {
  const hand = () => {
    const message = row.querySelector<HTMLElement>(`[data-message-id="${CSS.escape(messageId)}"]`)
    if (message) onDrawn(message)
    return message !== null
  }
  if (hand()) return () => {}
  const observer = new MutationObserver(() => {
    if (hand()) observer.disconnect()
  })
  observer.observe(row, { childList: true, subtree: true })
  return () => observer.disconnect()
}

/** Marks a message for the eye for a moment, and gives it the focus, so that a screen reader goes on from there. */
export function pointOut(message: HTMLElement): void {
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
