import { expect, test } from 'vitest'
import { createBlockPlacer, createOutline } from './outline.ts'

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

test('blocks of a reply that grows are the same values until they change or stand elsewhere', () => {
  const place = createBlockPlacer()
  const heading = (depth: number) => ({ node: { kind: 'heading', depth } })
  const text = { node: { kind: 'paragraph' } }
  const [one, two] = [heading(1), heading(2)]
  const first = place([one, text])
  expect(first.map(({ level }) => level)).toEqual([3, undefined])
  const second = place([one, text, two])
  expect(second.map(({ block, level }) => [block, level])).toEqual([
    [one, 3],
    [text, undefined],
    [two, 4],
  ])
  expect([second[0] === first[0], second[1] === first[1]]).toEqual([true, true])
  // Without the heading above it the last one stands higher.
  expect(place([text, text, two]).map(({ level }) => level)).toEqual([undefined, undefined, 3])
})
