import { expect, test } from 'vitest'
import { fakeFrames } from '../frames.fixture.ts'
import { type PacePage, pacedFrames } from './paced-frames.ts'

/** A page with a frame each 16 ms, in which what is drawn takes as long as it is told. */
function fakePage() {
  const frames = fakeFrames()
  const port2: { onmessage: (() => void) | null } = { onmessage: null }
  const timers = new Map<number, { callback: () => void; atMs: number }>()
  let nowMs = 0
  let hasMessage = false
  const page: PacePage = {
    performance: { now: () => nowMs },
    MessageChannel: class {
      readonly port1 = {
        postMessage() {
          hasMessage = true
        },
      }
      readonly port2 = port2
    },
    setTimeout(callback, delayMs) {
      const id = timers.size + 1
      timers.set(id, { callback, atMs: nowMs + delayMs })
      return id
    },
    clearTimeout: (id) => void timers.delete(id),
  }
  return {
    frames,
    timers,
    paced: pacedFrames(frames, page),
    runFrame(frameMs: number) {
      const startMs = nowMs
      for (const [id, { callback, atMs }] of timers) {
        if (atMs > nowMs) continue
        timers.delete(id)
        callback()
      }
      frames.run()
      if (hasMessage) nowMs += frameMs
      if (hasMessage) port2.onmessage?.()
      hasMessage = false
      nowMs = Math.max(nowMs, startMs + 16)
    },
  }
}

/** How many of so many frames something is drawn in that wants to be drawn all the time. */
function drawnIn(count: number, frameMs: number, { paced, runFrame } = fakePage()): number {
  let drawn = 0
  const draw = () => {
    drawn += 1
    paced.request(draw)
  }
  paced.request(draw)
  for (let frame = 0; frame < count; frame += 1) runFrame(frameMs)
  return drawn
}

test('frames that cost little are all drawn', () => {
  expect(drawnIn(60, 8)).toBe(60)
})

test('[VIEW4] frames that cost much leave half of the time to the page', () => {
  expect(drawnIn(60, 12)).toBe(30)
  expect(drawnIn(60, 16)).toBe(30)
  // One of 40 ms, and 40 ms of the frames that follow.
  expect(drawnIn(60, 40)).toBe(15)
})

test('[VIEW4] while it rests no frame is asked for', () => {
  const { frames, paced, runFrame, timers } = fakePage()
  paced.request(() => paced.request(() => undefined))
  runFrame(40)
  expect([frames.waitingCount, timers.size]).toEqual([0, 1])
})

test('one frame that took very long is not paid for with a pause that is seen', () => {
  const page = fakePage()
  page.paced.request(() => undefined)
  page.runFrame(1000)
  let isDrawn = false
  page.paced.request(() => {
    isDrawn = true
  })
  page.runFrame(1)
  expect(isDrawn).toBe(true)
})

test('none is left out in a hidden tab', () => {
  const page = fakePage()
  page.frames.isTabVisible = false
  expect(drawnIn(10, 40, page)).toBe(10)
})

test('what is cancelled is not called, while it waits for a frame or rests', () => {
  const { frames, paced, runFrame, timers } = fakePage()
  paced.request(() => expect.unreachable())()
  expect(frames.waitingCount).toBe(0)
  paced.request(() => undefined)
  runFrame(40)
  paced.request(() => expect.unreachable())()
  expect([frames.waitingCount, timers.size]).toEqual([0, 0])
})

test('what is cancelled by another one of the same frame is not called', () => {
  const { paced, runFrame } = fakePage()
  let cancel = () => {}
  paced.request(() => cancel())
  cancel = paced.request(() => expect.unreachable())
  runFrame(8)
})

test('one that throws keeps no other from its frame, nor from the next', () => {
  const { paced, frames, runFrame } = fakePage()
  let calls = 0
  const count = () => {
    calls += 1
  }
  paced.request(() => {
    throw new Error('one view is broken')
  })
  paced.request(count)
  expect(() => frames.run()).toThrow('one view is broken')
  expect(calls).toBe(1)
  paced.request(count)
  runFrame(8)
  runFrame(8)
  expect(calls).toBe(2)
})
