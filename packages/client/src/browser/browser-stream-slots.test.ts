import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browserStreamSlots, type Locks } from './browser-stream-slots.ts'

/** The locks that all tabs of a browser share. */
function createLocks(): Locks {
  const held = new Set<string>()
  return {
    async request(name, _, callback) {
      if (held.has(name)) return callback(null)
      held.add(name)
      await callback({ name })
      held.delete(name)
      return undefined
    },
  }
}

/** Lets a lock's promises be heard. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

describe('[SUB4] the slots of a browser’s tabs', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('are three, and free again half a second after a tab is done', async () => {
    const locks = createLocks()
    const tabs = Array.from({ length: 4 }, () => browserStreamSlots(locks))
    const taken = []
    for (const tab of tabs) taken.push(await tab.take())
    expect(taken.map((giveBack) => giveBack !== undefined)).toEqual([true, true, true, false])
    taken[1]?.()
    vi.advanceTimersByTime(500)
    await settle()
    expect(await tabs[3]?.take()).toBeDefined()
  })

  it('stay with a tab whose next stream begins at once', async () => {
    const locks = createLocks()
    const tab = browserStreamSlots(locks)
    const others = Array.from({ length: 3 }, () => browserStreamSlots(locks))
    const first = await tab.take()
    first?.()
    for (const other of others) await other.take()
    expect(await tab.take()).toBeDefined()
    vi.advanceTimersByTime(10_000)
    await settle()
    expect(await browserStreamSlots(locks).take()).toBeUndefined()
  })

  it('are given to no second stream of a tab', async () => {
    const tab = browserStreamSlots(createLocks())
    expect(await tab.take()).toBeDefined()
    expect(await tab.take()).toBeUndefined()
  })

  it('go back each by itself where two streams of a tab asked in the same moment, as one that is given up does', async () => {
    const locks = createLocks()
    const tab = browserStreamSlots(locks)
    const countFree = async () => {
      const others = Array.from({ length: 3 }, () => browserStreamSlots(locks))
      const taken = []
      for (const other of others) taken.push(await other.take())
      for (const giveBack of taken) giveBack?.()
      vi.advanceTimersByTime(500)
      await settle()
      return taken.filter((giveBack) => giveBack !== undefined).length
    }
    const [givenUp, wanted] = await Promise.all([tab.take(), tab.take()])
    givenUp?.()
    vi.advanceTimersByTime(500)
    await settle()
    expect(await countFree()).toBe(2)
    wanted?.()
    vi.advanceTimersByTime(500)
    await settle()
    expect(await countFree()).toBe(3)
  })

  it('are none where there are no locks, or the page may have none', async () => {
    expect(await browserStreamSlots(undefined).take()).toBeUndefined()
    const refusing: Locks = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) }
    expect(await browserStreamSlots(refusing).take()).toBeUndefined()
  })
})
