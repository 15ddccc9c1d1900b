/**
 * Hands out turns of the event loop, one to a turn, in the order asked for: however many followers replay at once,
 * between two of their pages the loop serves everybody else.
 */
export function createTurns(schedule: (callback: () => void) => void = setImmediate): () => Promise<void> {
  const waiting: (() => void)[] = []
  const serve = () => {
    waiting.shift()?.()
    if (waiting.length > 0) schedule(serve)
  }
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      if (waiting.length === 1) schedule(serve)
    })
}
