/**
 * Tells how many whole seconds have passed since `startedAt` (epoch milliseconds), at once and whenever it is another
 * second, until the function it returns is called. A beginning in the future, as of another clock, counts as now.
 */
export function watchSeconds(startedAt: number, onSeconds: (seconds: number) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tick = () => {
    const elapsedMs = Math.max(0, Date.now() - startedAt)
    onSeconds(Math.floor(elapsedMs / 1000))
    timer = setTimeout(tick, 1000 - (elapsedMs % 1000))
  }
  tick()
  return () => clearTimeout(timer)
}
