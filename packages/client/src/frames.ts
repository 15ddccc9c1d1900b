/** Where frames come from: the browser's animation frames, or a fake in tests. */
export interface Frames {
  /** Calls back once, before the next paint, with a monotonic time in milliseconds; returns what cancels it. */
  request(callback: (nowMs: number) => void): () => void
  /** False in a hidden tab: nobody watches, so nothing is typed smoothly and frames come as timers. */
  isVisible(): boolean
}

/** Calls all that wait for a frame, also where one of them throws; then throws what the first one did. */
export function callAll(callbacks: Iterable<(nowMs: number) => void>, nowMs: number): void {
  const failures: unknown[] = []
  for (const callback of callbacks) {
    try {
      callback(nowMs)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}
