/** Where frames come from: the browser's animation frames, or a fake in tests. */
export interface Frames {
  /** Calls back once, before the next paint, with a monotonic time in milliseconds; returns what cancels it. */
  request(callback: (nowMs: number) => void): () => void
  /** False in a hidden tab: nobody watches, so nothing is typed smoothly and frames come as timers. */
  isVisible(): boolean
}
