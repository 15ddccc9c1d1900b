/** For how long a message that was asked for is marked. */
export const pointOutMs = 2400

const marks = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>()

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
