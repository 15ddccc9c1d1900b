import { expect, test } from 'vitest'
import { fakeFrames } from '../frames.fixture.ts'
import { type PacePage, pacedFrames } from './paced-frames.ts'

const frameMs = 16

/**
 * A page with a frame each 16 ms; half of what a drawing costs is its layout and painting.
 * @param lateMs how long after its beginning a frame calls back
 * @param isFrameFirst a frame begins before the message that was sent in the task before it
 */
function fakePage({ lateMs = 0, isFrameFirst = false } = {}) {
  const frames = fakeFrames()
  const port2: { onmessage: (() => void) | null } = { onmessage: null }
  const timers = new Map<number, { callback: () => void; atMs: number }>()
  let timerCount = 0
  let messageCount = 0
  let nowMs = frames.nowMs
  let paintMs = 0
  let isInMessage = false
  /** Of the task that runs; what they ask for comes after them. */
  const microtasks: (() => void)[] = []
  const layouts: { atMs: number; isOwnTask: boolean }[] = []
  const page: PacePage = {
    document: {
      documentElement: {
        get offsetHeight() {
          layouts.push({ atMs: nowMs, isOwnTask: isInMessage })
          return 0
        },
      },
    },
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
    queueMicrotask: (callback) => void microtasks.push(callback),
  }
  const runMicrotasks = () => {
    for (const callback of microtasks) callback()
    microtasks.length = 0
  }
  /** The first one that has not begun. */
  const nextFrame = () => frames.nowMs + Math.max(1, Math.ceil((nowMs - frames.nowMs) / frameMs)) * frameMs
  function deliverMessages() {
    isInMessage = true
    for (; messageCount > 0; messageCount -= 1) {
      port2.onmessage?.()
      runMicrotasks()
    }
    isInMessage = false
  }
  return {
    frames,
    timers,
    /** When the page was laid out before its frame. */
    layouts,
    paced: pacedFrames(frames, page),
    /** To be called where something is drawn. */
    spend(costMs: number) {
      nowMs += costMs / 2
      paintMs += costMs / 2
    },
    /** Calls back in a microtask. */
    promise: (callback: () => void) => page.queueMicrotask(callback),
    now: () => nowMs,
    /** All that is due until the next frame has been painted. */
    runFrame() {
      let frameAtMs = nextFrame()
      for (const [id, { callback, atMs }] of timers) {
        if (atMs > frameAtMs) continue
        timers.delete(id)
        nowMs = Math.max(nowMs, atMs)
        try {
          callback()
        } finally {
          runMicrotasks()
          if (!isFrameFirst) deliverMessages()
        }
      }
      frameAtMs = Math.max(frameAtMs, nextFrame())
      nowMs = frameAtMs + lateMs
      try {
        frames.run(frameAtMs - frames.nowMs)
        runMicrotasks()
      } finally {
        nowMs += paintMs
        paintMs = 0
        deliverMessages()
      }
    },
  }
}

/** Runs frames until something is true, within a second. */
function runUntil({ runFrame }: ReturnType<typeof fakePage>, isTrue: () => boolean): void {
  for (let frame = 0; frame < 60 && !isTrue(); frame += 1) runFrame()
  expect(isTrue()).toBe(true)
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
  const page = fakePage()
  const { frames, paced, spend, timers } = page
  paced.request(() => spend(40))
  page.runFrame()
  let frameBefore = 0
  paced.request(() => {
    frameBefore = frames.nowMs
    spend(40)
    expect(frames.waitingCount).toBe(1)
  })
  expect([frames.waitingCount, timers.size]).toEqual([0, 1])
  runUntil(page, () => frameBefore > 0)
  expect([frames.waitingCount, timers.size]).toEqual([0, 0])
  expect(frameBefore).toBeLessThan(frames.nowMs)
})

/** Draws for so long, in a microtask as frameworks do, and tells when that was done and how it was laid out. */
function drawOnce(page: ReturnType<typeof fakePage>, costMs: number) {
  let drawnAtMs = 0
  page.paced.request(() =>
    page.promise(() => {
      page.spend(costMs)
      drawnAtMs = page.now()
    }),
  )
  runUntil(page, () => drawnAtMs > 0)
  expect(drawnAtMs).toBeLessThan(page.frames.nowMs)
  return { drawnAtMs, layouts: page.layouts.splice(0) }
}

test('[VIEW4] what took long to draw is laid out in a task between the two, else in the first', () => {
  const page = fakePage()
  for (const [costMs, isOwnTask] of [
    [40, false],
    [60, true],
    [48, false],
  ] as const) {
    const { drawnAtMs, layouts } = drawOnce(page, costMs)
    expect(layouts).toEqual([{ atMs: drawnAtMs, isOwnTask }])
  }
})

test('[VIEW4] what is drawn in a frame is laid out by the browser', () => {
  const page = fakePage()
  drawOnce(page, 4)
  page.paced.request(() => page.spend(60))
  page.runFrame()
  expect(page.layouts).toEqual([])
})

test('[VIEW4] what is first drawn after a while is drawn in a task: nobody knows what it will cost', () => {
  const page = fakePage()
  for (let round = 0; round < 3; round += 1) {
    drawOnce(page, 4)
    for (let frame = 0; frame < 8; frame += 1) page.runFrame()
  }
})

test('[VIEW4] what depends on places is called once they are known, before they are painted', () => {
  for (const isFrameFirst of [false, true]) {
    const page = fakePage({ isFrameFirst })
    const seen: string[] = []
    page.paced.request(() =>
      page.promise(() => {
        page.spend(60)
        page.paced.beforePaint(() => seen.push(`settled, laid out: ${page.layouts.length}`))
        seen.push('drawn')
        page.frames.request(() => seen.push('frame'))
      }),
    )
    runUntil(page, () => seen.length === 3)
    expect(seen).toEqual(['drawn', `settled, laid out: ${isFrameFirst ? 0 : 1}`, 'frame'])
  }
})

test('[VIEW4] what fails where it asks for places keeps nothing from being drawn later', () => {
  for (const isFrameFirst of [false, true]) {
    const page = fakePage({ isFrameFirst })
    page.paced.request(() => {
      page.spend(60)
      page.paced.beforePaint(() => {
        throw new Error('nowhere')
      })
    })
    expect(() => page.runFrame()).toThrow('nowhere')
    let isCalled = false
    page.paced.request(() => {
      isCalled = true
    })
    runUntil(page, () => isCalled)
  }
})

test('[VIEW4] it is called at once in a frame, and where nothing is drawn', () => {
  const page = fakePage()
  let calls = 0
  const count = () => {
    calls += 1
  }
  page.paced.beforePaint(count)
  expect(calls).toBe(1)
  drawOnce(page, 4)
  page.paced.request(() => {
    page.paced.beforePaint(count)
    expect(calls).toBe(2)
  })
  page.runFrame()
  expect(calls).toBe(2)
})

test('what has come to cost little is drawn in each frame again: waiting for a frame is no cost, nor is its lateness', () => {
  for (const lateMs of [0, 7]) {
    const page = fakePage({ lateMs })
    page.paced.request(() => page.spend(40))
    page.runFrame()
    expect(drawnIn(60, 4, page)).toBeGreaterThan(50)
  }
})

test('[VIEW4] a frame that begins before the task’s own message was heard is counted all the same', () => {
  expect(drawnIn(600, 60)).toBe(60)
  expect(drawnIn(600, 60, fakePage({ isFrameFirst: true }))).toBe(60)
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

test('[VIEW4] one frame that took very long is not paid for with a pause that is seen', () => {
  const page = fakePage()
  const { paced, spend, now } = page
  paced.request(() => spend(1000))
  page.runFrame()
  const paintedAtMs = now()
  let drawnAtMs = 0
  paced.request(() => {
    drawnAtMs = now()
  })
  runUntil(page, () => drawnAtMs > 0)
  expect(drawnAtMs - paintedAtMs).toBe(100)
})

test('none is left out in a hidden tab', () => {
  const page = fakePage()
  page.frames.isTabVisible = false
  expect(drawnIn(10, 12, page)).toBe(10)
})

test('what waits while it rests is called in a tab that is hidden meanwhile', () => {
  const page = fakePage()
  page.paced.request(() => page.spend(40))
  page.runFrame()
  let isCalled = false
  page.paced.request(() => {
    isCalled = true
  })
  page.frames.isTabVisible = false
  runUntil(page, () => isCalled)
  isCalled = false
  page.paced.request(() => {
    isCalled = true
  })
  runUntil(page, () => isCalled)
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

test('one that throws in a task of its own keeps none from the next', () => {
  const page = fakePage()
  page.paced.request(() => page.spend(40))
  page.runFrame()
  page.paced.request(() => {
    throw new Error('one view is broken')
  })
  expect(() => runUntil(page, () => false)).toThrow('one view is broken')
  let isCalled = false
  page.paced.request(() => {
    isCalled = true
  })
  runUntil(page, () => isCalled)
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
