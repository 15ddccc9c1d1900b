import { expect, test } from 'vitest'
import { createOutline } from './outline.ts'

function levels(...depths: number[]): number[] {
  const outline = createOutline()
  return depths.map((depth) => outline.levelOf(depth))
}

test('a reply whose headings begin deep begins right below its message', () => {
  expect(levels(3, 4, 3)).toEqual([3, 4, 3])
})

test('no level is left out where a reply skips some', () => {
  expect(levels(1, 4, 6, 2)).toEqual([3, 4, 5, 4])
})

test('headings go no deeper than the page has levels', () => {
  expect(levels(1, 2, 3, 4, 5, 6)).toEqual([3, 4, 5, 6, 6, 6])
})

test('a heading above the first one of a reply stands beside it', () => {
  expect(levels(3, 2, 1)).toEqual([3, 3, 3])
})
