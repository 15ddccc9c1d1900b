import { expect, test } from 'vitest'
import { fakeFrames } from '../frames.fixture.ts'
import { type PacePage, pacedFrames } from './paced-frames.ts'

/** A page on which every frame takes as long as it is told. */
function pageWithFrames() {
  const frames = fakeFrames()
  const port2: { onmessage: (() => void) | null } = { onmessage: null }
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
  }
  const paced = pacedFrames(frames, page)
  let drawn = 0
  const draw = () => {
    drawn += 1
    paced.request(draw)
  }
  paced.request(draw)
  return {
    frames,
    paced,
    /** How many of so many frames, 16 ms apart, something was drawn in. */
    run(count: number, frameMs: number) {
      const before = drawn
      for (let frame = 0; frame < count; frame += 1) {
        const startMs = nowMs
        const drawnBefore = drawn
        frames.run()
        if (drawn > drawnBefore) nowMs += frameMs
        if (hasMessage) port2.onmessage?.()
        hasMessage = false
        nowMs = Math.max(nowMs, startMs + 16)
      }
      return drawn - before
    },
  }
}

test('frames that cost little are all drawn', () => {
  expect(pageWithFrames().run(60, 8)).toBe(60)
})

test('[VIEW4] frames that cost much leave half of the time to the page', () => {
  expect(pageWithFrames().run(60, 12)).toBe(30)
  expect(pageWithFrames().run(60, 16)).toBe(30)
  const { run } = pageWithFrames()
  // 40 ms and as much rest are the frame and three that are left out.
  expect(run(60, 40)).toBe(15)
})

test('one frame that took very long is not paid for with a pause that is seen', () => {
  const { run } = pageWithFrames()
  run(1, 1000)
  expect(run(1, 8)).toBe(1)
})

test('none is left out in a hidden tab', () => {
  const { run, frames } = pageWithFrames()
  frames.isTabVisible = false
  expect(run(10, 40)).toBe(10)
})

test('what is cancelled is not called, and a frame that nobody waits for is not asked for', () => {
  const { frames, paced } = pageWithFrames()
  frames.run()
  const waitingBefore = frames.waitingCount
  const cancelFirst = paced.request(() => expect.unreachable())
  cancelFirst()
  expect(frames.waitingCount).toBe(waitingBefore)
  frames.run()
  const alone = fakeFrames()
  const none = pacedFrames(alone, {
    performance: { now: () => 0 },
    MessageChannel: class {
      readonly port1 = { postMessage() {} }
      readonly port2 = { onmessage: null }
    },
  })
  none.request(() => expect.unreachable())()
  expect(alone.waitingCount).toBe(0)
})
