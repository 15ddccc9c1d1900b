import { expect, test } from 'vitest'
import { firstBelow } from './first-below.ts'

/** Elements of these heights below one another; counts how often it was asked where one stands. */
function stackOf(heights: readonly number[]) {
  let asked = 0
  class Child {
    previousElementSibling: Child | null = null
    nextElementSibling: Child | null = null
    readonly height: number
    readonly bottom: number
    constructor(height: number, bottom: number) {
      this.height = height
      this.bottom = bottom
    }
    getBoundingClientRect() {
      asked += 1
      return this
    }
  }
  let bottom = 0
  const children = heights.map((height) => {
    bottom += height
    // What is not drawn is at the corner of the window, wherever it stands.
    return new Child(height, height > 0 ? bottom : 0)
  })
  for (const [index, child] of children.entries()) {
    child.previousElementSibling = children[index - 1] ?? null
    child.nextElementSibling = children[index + 1] ?? null
  }
  return { children, first: children[0] ?? null, asked: () => asked }
}

test('finds the same from wherever it begins to look', () => {
  const { children, first } = stackOf([100, 0, 100, 100, 0, 0, 100, 100])
  for (const top of [-50, 0, 99, 100, 150, 250, 399, 400, 1000]) {
    const expected = children.find(({ height, bottom }) => height > 0 && bottom > top + 1) ?? null
    for (const guess of [undefined, ...children]) expect(firstBelow(first, top, guess)).toBe(expected)
  }
})

test('asks only what stands around the guess, however much stands above', () => {
  const { children, first, asked } = stackOf(Array.from({ length: 1000 }, () => 100))
  expect(firstBelow(first, 90_020, children[899])).toBe(children[900])
  expect(asked()).toBeLessThan(8)
})
