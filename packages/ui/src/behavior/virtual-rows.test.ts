import { expect, test } from 'vitest'
import type { RowPlace } from './view-anchor.ts'
import { createVirtualRows, maxDrawnWhole } from './virtual-rows.ts'

const named = (count: number, prefix = 'row') => Array.from({ length: count }, (_, index) => `${prefix}-${index}`)

/** Rows that are on no page: what is drawn first, and after the list has changed. */
function rowsOf(first: readonly string[], start: RowPlace | null = null) {
  let ids = first
  const listeners = new Set<() => void>()
  const rows = createVirtualRows({
    ids: {
      get: () => ids,
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    start,
    isAtEnd: () => true,
    toEnd() {},
    moveBy() {},
    beforePaint: (callback) => callback(),
  })
  const set = (next: readonly string[]) => {
    ids = next
    for (const listener of listeners) listener()
  }
  return { rows, set }
}

test('[VIEW1] a short list is drawn as a whole', () => {
  const ids = named(maxDrawnWhole)
  expect(rowsOf(ids).rows.get()).toEqual(ids)
})

test('[VIEW1] of a long list its end is drawn at first', () => {
  const { rows } = rowsOf(named(10_000))
  expect(rows.get().at(-1)).toBe('row-9999')
  expect(rows.get().length).toBeLessThan(40)
})

test('[VIEW2] or the place that was read, and the last rows', () => {
  const { rows } = rowsOf(named(10_000), { id: 'row-5000', top: 40 })
  expect(rows.get()).toContain('row-5000')
  expect(rows.get().slice(-2)).toEqual(['row-9998', 'row-9999'])
  expect(rows.get().length).toBeLessThan(60)
})

test('a place that is not in the list is the end', () => {
  const { rows } = rowsOf(named(100), { id: 'gone', top: 40 })
  expect(rows.get()).not.toContain('row-0')
  expect(rows.get().at(-1)).toBe('row-99')
})

test('[VIEW3] another path is drawn at its end, and the same rows are the same value', () => {
  const { rows, set } = rowsOf(named(200))
  const before = rows.get()
  expect(rows.get()).toBe(before)
  set([...named(100), ...named(300, 'other')])
  expect(rows.get().at(-1)).toBe('other-299')
  let count = 0
  const end = rows.subscribe(() => {
    count += 1
  })
  set(named(50))
  expect(count).toBe(1)
  expect(rows.get().at(-1)).toBe('row-49')
  end()
  set(named(60))
  expect(count).toBe(1)
})

test('a list that was empty is drawn once it is not', () => {
  const { rows, set } = rowsOf([])
  expect(rows.get()).toEqual([])
  set(named(3))
  expect(rows.get()).toEqual(['row-0', 'row-1', 'row-2'])
})
