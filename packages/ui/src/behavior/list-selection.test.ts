import { expect, test } from 'vitest'
import { createListSelection, selectedOf } from './list-selection.ts'

const order = ['a', 'b', 'c', 'd', 'e']

function setup() {
  const selection = createListSelection()
  return { selection, ids: () => [...selection.get().ids].sort() }
}

test('selecting begins, and ends with nothing selected', () => {
  const { selection, ids } = setup()
  let changes = 0
  selection.subscribe(() => changes++)
  selection.begin()
  expect([selection.get().isOn, ids()]).toEqual([true, []])
  selection.toggle('b')
  selection.toggle('d')
  selection.toggle('b')
  expect(ids()).toEqual(['d'])
  selection.end()
  selection.end()
  expect([selection.get().isOn, ids(), changes]).toEqual([false, [], 5])
})

test('a range grows and shrinks from where it began, and keeps what was selected before it', () => {
  const { selection, ids } = setup()
  selection.begin('e')
  selection.toggle('b')
  selection.extendTo('d', order)
  expect(ids()).toEqual(['b', 'c', 'd', 'e'])
  selection.extendTo('a', order)
  expect(ids()).toEqual(['a', 'b', 'e'])
})

test('a range without a beginning, or from what has left the list, begins here', () => {
  const { selection, ids } = setup()
  selection.begin()
  selection.extendTo('c', order)
  expect(ids()).toEqual(['c'])
  selection.toggle('gone')
  selection.extendTo('a', order)
  selection.extendTo('b', order)
  expect(ids()).toEqual(['a', 'b', 'c', 'gone'])
})

test('by keys a range begins at the row that has the focus, unless it is the end of one', () => {
  const { selection, ids } = setup()
  selection.extendTo('b', order, 'a')
  selection.extendTo('c', order, 'b')
  expect(ids()).toEqual(['a', 'b', 'c'])
  selection.extendTo('b', order, 'c')
  expect(ids()).toEqual(['a', 'b'])
  selection.extendTo('d', order, 'e')
  expect(ids()).toEqual(['a', 'b', 'd', 'e'])
  selection.end()
  selection.extendTo('d', order)
  expect(ids()).toEqual(['d'])
})

test('what has left the list counts no more', () => {
  const { selection } = setup()
  selection.begin('a')
  selection.toggle('gone')
  const listed = order.map((id) => ({ id }))
  expect(selectedOf(listed, selection.get())).toEqual([{ id: 'a' }])
  selection.setAll(order)
  expect(selectedOf(listed, selection.get())).toHaveLength(5)
})
