import { expect, test } from 'vitest'
import { createRowHeights } from './row-heights.ts'

const named = (count: number, prefix = 'row') => Array.from({ length: count }, (_, index) => `${prefix}-${index}`)

function heightsOf(ids: readonly string[]) {
  const heights = createRowHeights()
  heights.setIds(ids)
  return heights
}

test('a row stands below what was measured, and what is guessed, of those before it', () => {
  const heights = heightsOf(named(100))
  const guess = heights.startOf(1)
  heights.measure(0, 500)
  heights.measure(2, 20)
  expect(heights.startOf(1)).toBe(500)
  expect(heights.startOf(3)).toBe(520 + guess)
  expect(heights.startOf(100)).toBe(520 + 98 * guess)
})

test('finds the row at a place, and the last or first beyond the ends', () => {
  const heights = heightsOf(named(3))
  for (const [index, height] of [100, 50, 200].entries()) heights.measure(index, height)
  expect([-5, 0, 99, 100, 149, 150, 349, 900].map((offset) => heights.rowAt(offset))).toEqual([0, 0, 0, 1, 1, 2, 2, 2])
})

test('a row keeps its height where others come before it or the path changes', () => {
  const ids = named(50)
  const heights = heightsOf(ids)
  for (const index of ids.keys()) heights.measure(index, 10)
  heights.setIds([...ids.slice(0, 20), ...named(60, 'other'), ...ids.slice(20, 30)])
  const guess = heights.startOf(21) - heights.startOf(20)
  expect(heights.startOf(20)).toBe(200)
  expect(heights.startOf(90)).toBeCloseTo(300 + 60 * guess)
  heights.setIds(ids)
  expect(heights.startOf(50)).toBe(500)
})

test('guesses by what was measured, each time that has doubled, and is not misled by a giant', () => {
  const heights = heightsOf(named(1000))
  for (let index = 0; index < 7; index += 1) heights.measure(index, 60)
  heights.guessAnew()
  const first = heights.startOf(1000) - heights.startOf(999)
  expect(first).not.toBe(60)
  heights.measure(7, 60)
  heights.guessAnew()
  expect(heights.startOf(1000) - heights.startOf(999)).toBe(60)
  for (let index = 8; index < 15; index += 1) heights.measure(index, 90)
  heights.guessAnew()
  expect(heights.startOf(1000) - heights.startOf(999)).toBe(60)
  heights.measure(15, 1_000_000)
  heights.guessAnew()
  expect(heights.startOf(1000) - heights.startOf(999)).toBeLessThan(200)
})

test('says whether a height is another than before', () => {
  const heights = heightsOf(named(2))
  expect(heights.measure(0, 40)).toBe(true)
  expect(heights.measure(0, 40)).toBe(false)
  expect(heights.measure(0, 41)).toBe(true)
  expect(heights.measure(7, 41)).toBe(false)
})
