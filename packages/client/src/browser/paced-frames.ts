import type { Frames } from '../frames.ts'
import type { FramePage } from './browser-frames.ts'

/** What is needed of a browser's `window`. */
export interface PacePage extends Pick<FramePage, 'performance' | 'setTimeout' | 'clearTimeout'> {
  readonly MessageChannel: new () => {
    readonly port1: { postMessage(message: null): void }
    readonly port2: { onmessage: (() => void) | null }
  }
}

// The package is typed without the DOM, so that nothing else in it can lean on one.
declare const window: PacePage

/** A frame that costs no more, in milliseconds, is followed by the next one: sixty a second leave half of the time. */
const shortFrameMs = 8
/** The longest pause between two frames, in milliseconds. */
const maxPauseMs = 100

/**
 * Frames of which those that follow from one another, as while a reply is typed, take half of the page's time at most.
 * Where a frame costs much, of what is called back and of the layout and painting that follow from it, some are left
 * out, so that a slow device answers its user at once and does less in all. In a hidden tab none is.
 */
export function pacedFrames(frames: Frames, page: PacePage = window): Frames {
  const waiting = new Set<(nowMs: number) => void>()
  const { port1, port2 } = new page.MessageChannel()
  let cancelFrame: (() => void) | undefined
  let isDrawing = false
  let startedAtMs = 0
  let restsUntilMs = 0

  // A message that is sent in a frame comes once it has been painted.
  port2.onmessage = () => {
    isDrawing = false
    const frameMs = page.performance.now() - startedAtMs
    restsUntilMs = frameMs > shortFrameMs ? startedAtMs + Math.min(frameMs * 2, maxPauseMs) : 0
    if (waiting.size > 0) schedule()
  }

  function run(nowMs: number): void {
    cancelFrame = undefined
    isDrawing = true
    startedAtMs = page.performance.now()
    port1.postMessage(null)
    const callbacks = [...waiting]
    waiting.clear()
    callAll(callbacks, nowMs)
  }

  function schedule(): void {
    // What a frame costs is known once it has been painted.
    if (isDrawing || cancelFrame) return
    const restMs = frames.isVisible() ? restsUntilMs - page.performance.now() : 0
    if (restMs <= 0) {
      cancelFrame = frames.request(run)
      return
    }
    const timer = page.setTimeout(() => {
      cancelFrame = frames.request(run)
    }, restMs)
    cancelFrame = () => page.clearTimeout(timer)
  }

  return {
    isVisible: () => frames.isVisible(),
    request(callback) {
      let isCancelled = false
      const own = (nowMs: number) => {
        if (!isCancelled) callback(nowMs)
      }
      waiting.add(own)
      schedule()
      return () => {
        // Also by another one of the same frame.
        isCancelled = true
        waiting.delete(own)
        if (waiting.size > 0) return
        cancelFrame?.()
        cancelFrame = undefined
      }
    },
  }
}

/** Calls all that wait for a frame, also where one of them throws; then throws what the first one did. */
function callAll(callbacks: Iterable<(nowMs: number) => void>, nowMs: number): void {
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
