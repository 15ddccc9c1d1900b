import type { Frames } from './frames.ts'

/** Frames that a test runs one by one. */
export interface FakeFrames extends Frames {
  readonly nowMs: number
  /** How many callbacks wait for the next frame. */
  readonly waitingCount: number
  isTabVisible: boolean
  /** Runs what waits for the next frame, `stepMs` (16) later. */
  run(stepMs?: number): void
}

export function fakeFrames(): FakeFrames {
  const waiting = new Set<(nowMs: number) => void>()
  let nowMs = 1000
  return {
    isTabVisible: true,
    get nowMs() {
      return nowMs
    },
    get waitingCount() {
      return waiting.size
    },
    isVisible() {
      return this.isTabVisible
    },
    request(callback) {
      const own = (atMs: number) => callback(atMs)
      waiting.add(own)
      return () => waiting.delete(own)
    },
    run(stepMs = 16) {
      nowMs += stepMs
      const callbacks = [...waiting]
      waiting.clear()
      for (const callback of callbacks) callback(nowMs)
    },
  }
}
