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

  test('is one for all who wait; who asks meanwhile comes with the next', () => {
    const { page, animationFrames, timers } = fakePage()
    const frames = browserFrames(page)
    const calls: string[] = []
    frames.request(() => {
      calls.push('first')
      frames.request(() => calls.push('next'))
    })
    frames.request(() => expect.unreachable())()
    frames.request(() => calls.push('second'))
    expect([animationFrames.size, timers.size]).toEqual([1, 1])
    for (const run of [...animationFrames.values()]) run(16)
    expect(calls).toEqual(['first', 'second'])
    for (const run of [...animationFrames.values()]) run(32)
    expect(calls).toEqual(['first', 'second', 'next'])
    expect(animationFrames.size + timers.size).toBe(0)
  })

  test('is cancelled by another one of the same frame', () => {
    const { page, animationFrames } = fakePage()
    const frames = browserFrames(page)
    let cancel = () => {}
    frames.request(() => cancel())
    cancel = frames.request(() => expect.unreachable())
    for (const run of [...animationFrames.values()]) run(16)
  })

  test('one that throws keeps no other from its frame', () => {
    const { page, animationFrames } = fakePage()
    const frames = browserFrames(page)
    let calls = 0
    const count = () => {
      calls += 1
    }
    frames.request(() => {
      throw new Error('one view is broken')
    })
    frames.request(count)
    expect(() => [...animationFrames.values()][0]?.(16)).toThrow('one view is broken')
    expect(calls).toBe(1)
    frames.request(count)
    for (const run of [...animationFrames.values()]) run(32)
    expect(calls).toBe(2)
  })
})
