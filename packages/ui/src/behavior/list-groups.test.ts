import type { ConversationSummary } from '@livetype/protocol'
import { expect, test } from 'vitest'
import { groupConversations, groupLabel } from './list-groups.ts'

const todayFrom = new Date(2026, 10, 22).getTime()
const at = (month: number, day: number, hour: number) => new Date(2026, month, day, hour).getTime()
const conversation = (id: string, updatedAt: number, isPinned?: true): ConversationSummary => ({
  id,
  title: id,
  titleOrigin: 'words',
  createdAt: 1,
  updatedAt,
  runningCount: 0,
  ...(isPinned && { isPinned }),
})
const list = [
  conversation('midnight', at(10, 22, 0)),
  conversation('evening', at(10, 21, 23), true),
  conversation('yesterday', at(10, 21, 1)),
  conversation('days', at(10, 15, 1)),
  conversation('weeks', at(10, 14, 23)),
  conversation('october', at(9, 22, 23)),
  conversation('also october', at(9, 1, 0)),
  conversation('september', at(8, 30, 23)),
]
const shown = (hasPinned: boolean) =>
  groupConversations(list, { todayFrom, hasPinned }).map(({ key, conversations }) => [
    key,
    ...conversations.map(({ id }) => id),
  ])

test('groups follow the calendar, not the hours, and what is pinned stands on top', () => {
  expect(shown(true)).toEqual([
    ['pinned', 'evening'],
    ['today', 'midnight'],
    ['yesterday', 'yesterday'],
    ['lastWeek', 'days'],
    ['lastMonth', 'weeks'],
    ['2026-10', 'october', 'also october'],
    ['2026-09', 'september'],
  ])
  expect(shown(false)[1]).toEqual(['yesterday', 'evening', 'yesterday'])
  expect(groupConversations([], { todayFrom, hasPinned: true })).toEqual([])
})

test('a group of a month is named for it', () => {
  expect(groupLabel('2026-09', 'en-GB')).toBe('September 2026')
  expect(groupLabel('2026-09', 'de')).toBe('September 2026')
  expect(groupLabel('today')).toBe('Today')
})

test('clocks that change move no conversation into another day', () => {
  const spring = new Date(2026, 2, 30).getTime()
  const night = conversation('night', new Date(2026, 2, 29, 0, 30).getTime())
  expect(groupConversations([night], { todayFrom: spring, hasPinned: true })[0]?.key).toBe('yesterday')
})
