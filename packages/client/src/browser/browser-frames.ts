import type { Frames } from '../frames.ts'

/** What is needed of a browser's `window`. */
export interface FramePage {
  readonly document: { readonly visibilityState: string }
  readonly performance: { now(): number }
  requestAnimationFrame(callback: (nowMs: number) => void): number
  cancelAnimationFrame(id: number): void
  setTimeout(callback: () => void, delayMs: number): number
  clearTimeout(id: number): void
}

// The package is typed without the DOM, so that nothing else in it can lean on one.
declare const window: FramePage

/** When a frame that the browser does not paint comes as a timer, in milliseconds. */
const unpaintedFrameMs = 250

/** The browser's animation frames; in a hidden tab, which paints none, they come as timers. */
export function browserFrames(page: FramePage = window): Frames {
  const isVisible = () => page.document.visibilityState === 'visible'
  return {
    isVisible,
    request(callback) {
      const end = () => {
        page.cancelAnimationFrame(frame)
        page.clearTimeout(timer)
      }
      const run = (nowMs: number) => {
        end()
        callback(nowMs)
      }
      const frame = page.requestAnimationFrame(run)
      // Also for a tab that is hidden while its frame is on the way.
      const timer = page.setTimeout(() => run(page.performance.now()), isVisible() ? unpaintedFrameMs : 0)
      return end
    },
  }
}
