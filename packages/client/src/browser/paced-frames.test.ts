import { expect, test } from 'vitest'
import { fakeFrames } from '../frames.fixture.ts'
import { type PacePage, pacedFrames } from './paced-frames.ts'

const frameMs = 16

/** A page with a frame each 16 ms; half of what a drawing costs is its layout and painting. */
function fakePage() {
  const frames = fakeFrames()
  const port2: { onmessage: (() => void) | null } = { onmessage: null }
  const timers = new Map<number, { callback: () => void; atMs: number }>()
  let timerCount = 0
  let messageCount = 0
  let nowMs = frames.nowMs
  let paintMs = 0
  const page: PacePage = {
    performance: { now: () => nowMs },
    MessageChannel: class {
      readonly port1 = {
        postMessage() {
          messageCount += 1
        },
      }
      readonly port2 = port2
    },
    setTimeout(callback, delayMs) {
      timerCount += 1
      timers.set(timerCount, { callback, atMs: nowMs + delayMs })
      return timerCount
    },
    clearTimeout: (id) => void timers.delete(id),
  }
  /** The first one that has not begun. */
  const nextFrame = () => frames.nowMs + Math.max(1, Math.ceil((nowMs - frames.nowMs) / frameMs)) * frameMs
  function deliverMessages() {
    for (; messageCount > 0; messageCount -= 1) port2.onmessage?.()
  }
  return {
    frames,
    timers,
    paced: pacedFrames(frames, page),
    /** To be called where something is drawn. */
    spend(costMs: number) {
      nowMs += costMs / 2
      paintMs += costMs / 2
    },
    /** All that is due until the next frame has been painted. */
    runFrame() {
      let frameAtMs = nextFrame()
      for (const [id, { callback, atMs }] of timers) {
        if (atMs > frameAtMs) continue
        timers.delete(id)
        nowMs = Math.max(nowMs, atMs)
        callback()
        deliverMessages()
      }
      frameAtMs = Math.max(frameAtMs, nextFrame())
      nowMs = frameAtMs
      try {
        frames.run(frameAtMs - frames.nowMs)
      } finally {
        nowMs += paintMs
        paintMs = 0
        deliverMessages()
      }
    },
  }
}

/** How often something is drawn in so many frames' time that wants to be drawn all the time. */
function drawnIn(count: number, costMs: number, page = fakePage()): number {
  const { frames, paced, spend, runFrame } = page
  let drawn = 0
  const draw = () => {
    drawn += 1
    spend(costMs)
    paced.request(draw)
  }
  paced.request(draw)
  const endMs = frames.nowMs + count * frameMs
  while (frames.nowMs < endMs) runFrame()
  return drawn
}

test('frames that cost little are all drawn', () => {
  expect(drawnIn(60, 8)).toBe(60)
})

test('[VIEW4] frames that cost much leave two thirds of the time to the page', () => {
  // One of 12 ms, at rest for 24, and the wait for the frame in which it is painted.
  expect(drawnIn(60, 12)).toBe(21)
  expect(drawnIn(600, 40)).toBe(75)
})

test('[VIEW4] what costs much is drawn in a task of its own, and painted in the frame after it', () => {
  const { frames, paced, spend, runFrame, timers } = fakePage()
  paced.request(() => spend(40))
  runFrame()
  let framesBefore = -1
  paced.request(() => {
    framesBefore = frames.nowMs
    spend(40)
  })
  expect([frames.waitingCount, timers.size]).toEqual([0, 1])
  while (timers.size > 0) runFrame()
  expect(framesBefore).toBeLessThan(frames.nowMs)
})

test('what has come to cost little is drawn in each frame again: waiting for a frame is no cost', () => {
  const page = fakePage()
  page.paced.request(() => page.spend(40))
  page.runFrame()
  expect(drawnIn(60, 4, page)).toBeGreaterThan(50)
})

test('[VIEW4] while it rests no frame is asked for', () => {
  const { frames, paced, spend, runFrame, timers } = fakePage()
  paced.request(() => {
    spend(40)
    paced.request(() => undefined)
  })
  runFrame()
  expect([frames.waitingCount, timers.size]).toEqual([0, 1])
})

test('one frame that took very long is not paid for with a pause that is seen', () => {
  const { frames, paced, spend, runFrame } = fakePage()
  paced.request(() => spend(1000))
  runFrame()
  let drawnAtMs = 0
  const longAgoMs = frames.nowMs
  paced.request(() => {
    drawnAtMs = frames.nowMs
  })
  while (drawnAtMs === 0) runFrame()
  expect(drawnAtMs - longAgoMs).toBeLessThanOrEqual(1000 + 100)
})

test('none is left out in a hidden tab', () => {
  const page = fakePage()
  page.frames.isTabVisible = false
  expect(drawnIn(10, 12, page)).toBe(10)
})

test('what is cancelled is not called, while it waits for a frame or rests', () => {
  const { frames, paced, spend, runFrame, timers } = fakePage()
  paced.request(() => expect.unreachable())()
  expect(frames.waitingCount).toBe(0)
  paced.request(() => spend(40))
  runFrame()
  paced.request(() => expect.unreachable())()
  expect([frames.waitingCount, timers.size]).toEqual([0, 0])
})

test('what is cancelled by another one of the same frame is not called', () => {
  const { paced, runFrame } = fakePage()
  let cancel = () => {}
  paced.request(() => cancel())
  cancel = paced.request(() => expect.unreachable())
  runFrame()
})

test('one that throws keeps no other from its frame, nor from the next', () => {
  const { paced, runFrame } = fakePage()
  let calls = 0
  const count = () => {
    calls += 1
  }
  paced.request(() => {
    throw new Error('one view is broken')
  })
  paced.request(count)
  expect(() => runFrame()).toThrow('one view is broken')
  expect(calls).toBe(1)
  paced.request(count)
  runFrame()
  runFrame()
  expect(calls).toBe(2)
})
