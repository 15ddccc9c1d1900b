import { expect, test } from 'vitest'
import { nextConnectionNotice } from './connection-notice.ts'

const well = { isOnline: true, isReconnecting: false }

test('a connection that was never lost is not spoken of', () => {
  expect(nextConnectionNotice(null, well)).toBeNull()
})

test('a loss is said, then its end', () => {
  const lost = nextConnectionNotice(null, { ...well, isReconnecting: true })
  expect(lost).toBe('reconnecting')
  expect(nextConnectionNotice(lost, well)).toBe('restored')
  expect(nextConnectionNotice('restored', well)).toBe('restored')
})

test('no network is the reason behind a lost connection', () => {
  expect(nextConnectionNotice('reconnecting', { isOnline: false, isReconnecting: true })).toBe('offline')
})
