import type { Frames } from '../../frames.ts'

/** Frames that come when they are told to. */
export interface FakeFrames extends Frames {
  /** Runs what waits for the next frame; returns how many there were. */
  run(): number
  isShown: boolean
}

/** @see FakeFrames */
export function createFakeFrames(): FakeFrames {
  let waiting = new Set<(nowMs: number) => void>()
  let nowMs = 0
  return {
    isShown: true,
    isVisible() {
      return this.isShown
    },
    request(callback) {
      waiting.add(callback)
      return () => waiting.delete(callback)
    },
    run() {
      const callbacks = waiting
      waiting = new Set()
      nowMs += 16
      for (const callback of callbacks) callback(nowMs)
      return callbacks.size
    },
  }
}
