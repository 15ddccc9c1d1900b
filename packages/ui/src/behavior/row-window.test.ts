import { describe, expect, it } from 'vitest'
import { rangeOf, rowsToDraw } from './row-window.ts'

const conversations = Array.from({ length: 1_000 }, (_, index) => ({ id: `row-${index}` }))
const group = { key: 'today', conversations }

describe('the rows of a long list', () => {
  it('are drawn where they are in sight, and a few beyond', () => {
    const { first, end } = rangeOf({ count: 1_000, height: 37_000, top: -3_700 }, 740)
    expect(first).toBeLessThanOrEqual(100 - 12)
    expect(end).toBeGreaterThanOrEqual(120 + 12)
    expect(end - first).toBeLessThan(64)
  })

  it('are none of a group that is far away', () => {
    for (const top of [-90_000, 50_000]) {
      const { first, end } = rangeOf({ count: 1_000, height: 37_000, top }, 740)
      expect(end - first).toBe(0)
    }
  })

  it('are the first ones of a group that was not laid out yet', () => {
    expect(rangeOf({ count: 1_000, height: 0, top: 0 }, 740)).toEqual({ first: 0, end: 32 })
    expect(rowsToDraw({ ranges: new Map(), keptId: null }, group)).toHaveLength(32)
  })

  it('keep the one that has the focus, wherever it is', () => {
    const ranges = new Map([['today', { first: 100, end: 104 }]])
    expect(rowsToDraw({ ranges, keptId: 'row-3' }, group)).toEqual([3, 100, 101, 102, 103])
    expect(rowsToDraw({ ranges, keptId: 'row-999' }, group)).toEqual([100, 101, 102, 103, 999])
    expect(rowsToDraw({ ranges, keptId: 'row-101' }, group)).toEqual([100, 101, 102, 103])
    expect(rowsToDraw({ ranges, keptId: 'another' }, group)).toEqual([100, 101, 102, 103])
  })
})
