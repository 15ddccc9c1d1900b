import { describe, expect, test } from 'vitest'
import { browserFrames, type FramePage } from './browser-frames.ts'

function fakePage() {
  const animationFrames = new Map<number, (nowMs: number) => void>()
  const timers = new Map<number, { callback: () => void; delayMs: number }>()
  const document = { visibilityState: 'visible' }
  let lastId = 0
  const page: FramePage = {
    document,
    performance: { now: () => 99 },
    requestAnimationFrame(callback) {
      lastId += 1
      animationFrames.set(lastId, callback)
      return lastId
    },
    cancelAnimationFrame: (id) => void animationFrames.delete(id),
    setTimeout(callback, delayMs) {
      lastId += 1
      timers.set(lastId, { callback, delayMs })
      return lastId
    },
    clearTimeout: (id) => void timers.delete(id),
  }
  return { page, document, animationFrames, timers }
}

describe('browserFrames', () => {
  test('calls back once, before the next paint', () => {
    const { page, animationFrames, timers } = fakePage()
    const times: number[] = []
    browserFrames(page).request((nowMs) => times.push(nowMs))
    for (const run of [...animationFrames.values()]) run(16)
    expect(times).toEqual([16])
    expect(animationFrames.size + timers.size).toBe(0)
  })

  test('comes as a timer when the tab is hidden before it is painted', () => {
    const { page, animationFrames, timers } = fakePage()
    const times: number[] = []
    browserFrames(page).request((nowMs) => times.push(nowMs))
    for (const { callback } of [...timers.values()]) callback()
    expect(times).toEqual([99])
    expect(animationFrames.size + timers.size).toBe(0)
  })

  test('comes at once, as a timer, in a hidden tab', () => {
    const { page, document, timers } = fakePage()
    document.visibilityState = 'hidden'
    const frames = browserFrames(page)
    expect(frames.isVisible()).toBe(false)
    frames.request(() => {})
    expect([...timers.values()].map((timer) => timer.delayMs)).toEqual([0])
  })

  test('is cancelled', () => {
    const { page, animationFrames, timers } = fakePage()
    browserFrames(page).request(() => expect.unreachable())()
    expect(animationFrames.size + timers.size).toBe(0)
  })
})
