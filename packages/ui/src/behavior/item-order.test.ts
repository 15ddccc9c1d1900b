import { describe, expect, it } from 'vitest'
import { movedPosition, nextPosition } from './item-order.ts'

const items = [1, 2, 3].map((position) => ({ id: `item-${position}`, position }))

describe('the order of a list', () => {
  it('is added to at its end', () => {
    expect(nextPosition([])).toBe(1)
    expect(nextPosition(items)).toBe(4)
  })

  it.each([
    ['item-1', 1, 2.5],
    ['item-3', -1, 1.5],
    ['item-2', 1, 4],
    ['item-2', -1, 0],
    ['item-1', -1, undefined],
    ['item-3', 1, undefined],
    ['item-9', 1, undefined],
  ] as const)('takes %s by %i to %s', (id, step, position) => {
    expect(movedPosition(items, id, step)).toBe(position)
  })
})
