import type { Frames } from '../frames.ts'
import type { FramePage } from './browser-frames.ts'

/** What is needed of a browser's `window`. */
export interface PacePage extends Pick<FramePage, 'performance' | 'setTimeout' | 'clearTimeout'> {
  queueMicrotask(callback: () => void): void
  readonly document: { readonly documentElement: { readonly offsetHeight: number } }
  readonly MessageChannel: new () => {
    readonly port1: { postMessage(message: null): void }
    readonly port2: { onmessage: (() => void) | null }
  }
}

// The package is typed without the DOM, so that nothing else in it can lean on one.
declare const window: PacePage

/** Frames that do not all follow at once; what is drawn may be laid out and painted in later tasks. */
export interface PacedFrames extends Frames {
  /**
   * Calls back before the next paint: where something is drawn in a task, once it is laid out, so that to ask where it
   * stands costs nothing, or in the frame that begins before that. Else at once.
   */
  readonly beforePaint: (callback: () => void) => void
}

/** A frame that costs no more, in milliseconds, is followed by the next one: sixty a second leave half of the time. */
const shortFrameMs = 8
/** How long it rests after a frame that costs more: so many times what it cost, but not longer, in milliseconds. */
const restPerCost = 2
const maxRestMs = 100
/** How long what the last frame cost says something about the next one, in milliseconds. */
const knownForMs = 100
/**
 * What is drawn in so little time is laid out in the same task, in milliseconds: both together are seldom felt then, and
 * a frame that begins before the next task would lay out as well as paint.
 */
const shortDrawingMs = 24

/**
 * Frames of which those that follow from one another, as while a reply is typed, leave the page half of its time, and
 * two thirds of it where they cost much, with the layout and painting that follow from them: some are left out then, so
 * that a slow device answers its user at once and does less in all. In a hidden tab none is. What may cost much is drawn
 * apart from its painting, also what is first drawn after a while.
 */
export function pacedFrames(frames: Frames, page: PacePage = window): PacedFrames {
  const waiting = new Set<(nowMs: number) => void>()
  const now = () => page.performance.now()
  const afterThis = taskQueue(page)
  let cancelNext: (() => void) | undefined
  let isDrawing = false
  /** Something is drawn in a task, and not laid out yet. */
  let isUnsettled = false
  let settling: (() => void)[] = []
  let restsUntilMs = 0
  let paintedAtMs = Number.NEGATIVE_INFINITY

  function callWaiting(nowMs: number): void {
    cancelNext = undefined
    isDrawing = true
    const callbacks = [...waiting]
    waiting.clear()
    callAll(callbacks, nowMs)
  }

  /**
   * @param startedAtMs when what was drawn began, later by what it waited for
   * @param lateMs what of the cost came between the frame's beginning and its callbacks: no other frame counts it
   */
  function rest(startedAtMs: number, lateMs = 0): void {
    isDrawing = false
    paintedAtMs = now()
    const costMs = paintedAtMs - startedAtMs
    restsUntilMs = costMs - lateMs > shortFrameMs ? paintedAtMs + Math.min(costMs * restPerCost, maxRestMs) : 0
    if (waiting.size > 0) schedule()
  }

  function drawInFrame(nowMs: number): void {
    const startedAtMs = now()
    // What follows a frame comes once it has been painted.
    afterThis(() => rest(startedAtMs))
    callWaiting(nowMs)
  }

  function settle(): void {
    isUnsettled = false
    const callbacks = settling
    settling = []
    callAll(callbacks)
  }

  /** Leaves painting to another task, and layout too where drawing took long: what is pressed is answered between. */
  function drawInTask(): void {
    const startedAtMs = now()
    let drawnAtMs = Number.POSITIVE_INFINITY
    const finish = () => {
      if (!isUnsettled) return
      layOut(page)
      try {
        settle()
      } finally {
        drawnAtMs = now()
      }
    }
    isUnsettled = true
    afterThis(finish)
    frames.request((frameAtMs) => {
      const waitedMs = Math.max(0, frameAtMs - drawnAtMs)
      // A pointer over the text has it laid out before the frame's callbacks.
      const lateMs = Math.max(0, now() - Math.max(frameAtMs, drawnAtMs))
      afterThis(() => rest(startedAtMs + waitedMs, lateMs))
      if (isUnsettled) settle()
    })
    callWaiting(startedAtMs)
    const finishIfShort = () => {
      if (now() - startedAtMs <= shortDrawingMs) finish()
    }
    // Views draw in microtasks, and are watched in those that follow: this one comes after both.
    page.queueMicrotask(() => page.queueMicrotask(finishIfShort))
  }

  function schedule(): void {
    // What a frame costs is known once it has been painted.
    if (isDrawing || cancelNext) return
    const isCheap = restsUntilMs === 0 && now() - paintedAtMs < knownForMs
    if (isCheap || !frames.isVisible()) {
      cancelNext = frames.request(drawInFrame)
      return
    }
    const timer = page.setTimeout(drawInTask, Math.max(0, restsUntilMs - now()))
    cancelNext = () => page.clearTimeout(timer)
  }

  return {
    isVisible: () => frames.isVisible(),
    beforePaint(callback) {
      if (isUnsettled) settling.push(callback)
      else callback()
    },
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
        cancelNext?.()
        cancelNext = undefined
      }
    },
  }
}

/** Has the browser do now what it would do in the next frame before it paints; asking for a size is the way to it. */
function layOut({ document }: PacePage): void {
  void document.documentElement.offsetHeight
}

/** What calls back after the task that runs, with all that it has promised; in a frame, after it has been painted. */
function taskQueue(page: PacePage): (callback: () => void) => void {
  const { port1, port2 } = new page.MessageChannel()
  const callbacks: (() => void)[] = []
  port2.onmessage = () => callbacks.shift()?.()
  return (callback) => {
    callbacks.push(callback)
    port1.postMessage(null)
  }
}

/** Calls all of them, also where one throws; then throws what the first one did. */
function callAll<Values extends readonly unknown[]>(
  callbacks: Iterable<(...values: Values) => void>,
  ...values: Values
): void {
  const failures: unknown[] = []
  for (const callback of callbacks) {
    try {
      callback(...values)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}
