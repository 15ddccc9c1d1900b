import { expect, test } from 'vitest'
import { menuStartOfClick, menuStartOfKey, menuStartValue } from './menu.ts'

const items = [
  { value: 'rename', label: 'Rename' },
  { value: 'delete', label: 'Delete' },
]

test('a menu that is opened by keyboard begins on an item, one that a pointer opened on none', () => {
  expect(menuStartValue(items, menuStartOfClick({ detail: 0 }))).toBe('rename')
  expect(menuStartValue(items, menuStartOfClick({ detail: 1 }))).toBeUndefined()
  expect(menuStartValue(items, menuStartOfKey({ key: 'ArrowDown' }))).toBe('rename')
  expect(menuStartValue(items, menuStartOfKey({ key: 'ArrowUp' }))).toBe('delete')
})

test('other keys open nothing, and an empty menu begins nowhere', () => {
  expect(menuStartOfKey({ key: 'a' })).toBeNull()
  expect(menuStartValue([], 'first')).toBeUndefined()
})
