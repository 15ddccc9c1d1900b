import { expect, test } from 'vitest'
import { isHeldFromOpening, type MenuItem, menuKeyAction, menuStartOfClick } from './menu.ts'

const items: MenuItem[] = [
  { value: 'rename', label: 'Rename' },
  { value: 'pin', label: 'Pin' },
  { value: 'delete', label: 'Delete' },
]
const closed = { items, isOpen: false, start: undefined }

/** What a key does on the button of a menu that was asked for. */
function ahead(key: string, start?: string, repeat = false) {
  return menuKeyAction({ key, repeat }, { items, isOpen: true, start })
}

test('a menu that is opened by keyboard begins on an item, one that a pointer opened on none', () => {
  expect(menuStartOfClick({ detail: 0 }, items)).toBe('rename')
  expect(menuStartOfClick({ detail: 1 }, items)).toBeUndefined()
  expect(menuKeyAction({ key: 'ArrowDown', repeat: false }, closed)).toEqual({ kind: 'open', start: 'rename' })
  expect(menuKeyAction({ key: 'ArrowUp', repeat: false }, closed)).toEqual({ kind: 'open', start: 'delete' })
})

test('other keys open nothing, and an empty menu begins nowhere', () => {
  for (const key of ['a', 'Home', 'End', 'Enter', ' ', 'Escape']) {
    expect(menuKeyAction({ key, repeat: false }, closed)).toBeNull()
  }
  expect(menuStartOfClick({ detail: 0 }, [])).toBeUndefined()
  expect(menuKeyAction({ key: 'ArrowDown', repeat: false }, { ...closed, items: [] })).toBeNull()
})

test('keys that are pressed before the menu has the focus move as in it, and do not go round', () => {
  expect(ahead('ArrowDown', 'rename')).toEqual({ kind: 'move', start: 'pin' })
  expect(ahead('ArrowDown', 'delete')).toEqual({ kind: 'move', start: 'delete' })
  expect(ahead('ArrowUp', 'delete')).toEqual({ kind: 'move', start: 'pin' })
  expect(ahead('ArrowUp', 'rename')).toEqual({ kind: 'move', start: 'rename' })
  expect(ahead('Home', 'delete')).toEqual({ kind: 'move', start: 'rename' })
  expect(ahead('End', 'rename')).toEqual({ kind: 'move', start: 'delete' })
  expect(ahead('a', 'rename')).toBeNull()
})

test('in a menu that a pointer opened they begin at its first or its last item', () => {
  expect(ahead('ArrowDown')).toEqual({ kind: 'move', start: 'rename' })
  expect(ahead('ArrowUp')).toEqual({ kind: 'move', start: 'delete' })
})

test('Enter and Space choose where the menu begins, Escape closes it', () => {
  expect(ahead('Enter', 'pin')).toEqual({ kind: 'choose', value: 'pin' })
  expect(ahead(' ', 'pin')).toEqual({ kind: 'choose', value: 'pin' })
  expect(ahead('Enter')).toEqual({ kind: 'stay' })
  expect(ahead('Escape', 'pin')).toEqual({ kind: 'close' })
})

test('the key that opened a menu chooses nothing while it is held down', () => {
  expect(ahead('Enter', 'rename', true)).toEqual({ kind: 'stay' })
  expect(isHeldFromOpening({ key: ' ', repeat: true })).toBe(true)
  expect(isHeldFromOpening({ key: ' ', repeat: false })).toBe(false)
  expect(isHeldFromOpening({ key: 'ArrowDown', repeat: true })).toBe(false)
  expect(ahead('ArrowDown', 'rename', true)).toEqual({ kind: 'move', start: 'pin' })
})

test('what there is to do comes behind the choices, as it is drawn', () => {
  const mixed = [{ value: 'select', label: 'Select', isAction: true }, ...items]
  expect(menuStartOfClick({ detail: 0 }, mixed)).toBe('rename')
  expect(menuKeyAction({ key: 'ArrowUp', repeat: false }, { ...closed, items: mixed })).toEqual({
    kind: 'open',
    start: 'select',
  })
})
