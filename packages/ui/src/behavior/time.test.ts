import { expect, test } from 'vitest'
import { formatAbsoluteTime, formatRelativeTime } from './time.ts'

const now = new Date(2026, 10, 22, 12, 0).getTime()
const minute = 60_000

test.each([
  [0, 'now'],
  [-5_000, 'now'],
  [5 * minute, 'now'],
  [-minute, '1 minute ago'],
  [-5 * minute, '5 minutes ago'],
  [-3 * 60 * minute, '3 hours ago'],
  [-24 * 60 * minute, 'yesterday'],
  [-3 * 24 * 60 * minute, '3 days ago'],
  [-30 * 24 * 60 * minute, 'Oct 23, 2026'],
])('a time %d ms from now is told as "%s"; clocks that are ahead are no future', (offset, expected) => {
  expect(formatRelativeTime(now + offset, now, 'en-US')).toBe(expected)
})

test('a time in full has date and time', () => {
  expect(formatAbsoluteTime(now, 'en-GB')).toBe('22 November 2026 at 12:00')
})
