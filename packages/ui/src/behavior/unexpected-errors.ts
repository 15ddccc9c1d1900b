/**
 * Calls `onError` for what nobody caught: errors of listeners and timers, promises that were rejected. Failures
 * to draw have the page's own boundary. Returns what ends it.
 */
export function listenForUnexpectedErrors(onError: () => void, target: EventTarget = window): () => void {
  const onUncaught = (event: Event) => {
    // Without an error it is a hint of the browser's, such as on resize observers, or of a script that is not ours.
    if ('error' in event && event.error instanceof Error) onError()
  }
  const onRejection = () => onError()
  target.addEventListener('error', onUncaught)
  target.addEventListener('unhandledrejection', onRejection)
  return () => {
    target.removeEventListener('error', onUncaught)
    target.removeEventListener('unhandledrejection', onRejection)
  }
}
