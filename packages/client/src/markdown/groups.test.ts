import { expect, test } from 'vitest'
import { groupsOf } from './groups.ts'

const members = (count: number) => Array.from({ length: count }, (_, index) => ({ index }))

test('nothing is lost, doubled or moved', () => {
  for (const count of [0, 1, 31, 32, 33, 64, 1000]) {
    const all = members(count)
    expect(groupsOf(all).flat()).toEqual(all)
  }
})

test('[VIEW4] groups that are complete are the same value while the list grows', () => {
  const all = members(100)
  const before = groupsOf(all.slice(0, 70))
  const next = groupsOf(all)
  expect(next.slice(0, 2).map((group, index) => group === before[index])).toEqual([true, true])
  expect(next[2]).not.toBe(before[2])
  expect(groupsOf([...all]).every((group, index) => group === next[index])).toBe(true)
})

test('a member that is another makes another group of its own alone', () => {
  const all = members(100)
  const before = groupsOf(all)
  const next = groupsOf(all.with(40, { index: 40 }))
  expect(next.map((group, index) => group === before[index])).toEqual([true, false, true, true])
})
