import { expect, test } from 'vitest'
import { chosenFilter, filterNote, listMenu, tagMark } from './list-menu.ts'

test('what is chosen in the menu of the list is what the list shows', () => {
  for (const filter of [{}, { isArchived: true }, { tag: 'work' }, { tag: 'archived' }]) {
    const { items, chosen } = listMenu(filter, ['work'])
    expect(items.some(({ value }) => value === chosen)).toBe(true)
    expect(chosenFilter(chosen)).toEqual(filter)
  }
  expect(listMenu({}, ['work']).items.map(({ label }) => label)).toEqual([
    'All conversations',
    'Archived conversations',
    'Tag “work”',
    'Select conversations',
  ])
  expect(chosenFilter('select')).toBeNull()
})

test('a filter says what it is', () => {
  expect([{}, { isArchived: true }, { tag: 'work' }].map((filter) => filterNote(filter))).toEqual([
    null,
    'Archived conversations',
    'Tag “work”',
  ])
})

test('a row has room for one tag', () => {
  expect([[], ['a'], ['a', 'b', 'c']].map((tags) => tagMark(tags))).toEqual([
    null,
    { name: 'a', others: '' },
    { name: 'a', others: '+2' },
  ])
})
