import { expect, test } from 'vitest'
import { versionPlace, versionStep } from './version-place.ts'

const plain = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false }

test('a message among its versions knows its number and its neighbours', () => {
  const ids = ['a', 'b', 'c']
  expect(versionPlace(ids, 'a')).toEqual({ number: 1, count: 3, previous: undefined, next: 'b' })
  expect(versionPlace(ids, 'b')).toEqual({ number: 2, count: 3, previous: 'a', next: 'c' })
  expect(versionPlace(ids, 'c')).toEqual({ number: 3, count: 3, previous: 'b', next: undefined })
})

test('a message without siblings has no place', () => {
  expect(versionPlace(undefined, 'a')).toBeNull()
  expect(versionPlace(['a'], 'a')).toBeNull()
  expect(versionPlace(['b', 'c'], 'a')).toBeNull()
})

test('arrows go the way they point, in either direction of writing', () => {
  const left = { ...plain, key: 'ArrowLeft' }
  const right = { ...plain, key: 'ArrowRight' }
  expect([versionStep(left, 'ltr'), versionStep(right, 'ltr')]).toEqual(['previous', 'next'])
  expect([versionStep(left, 'rtl'), versionStep(right, 'rtl')]).toEqual(['next', 'previous'])
})

test('other keys, and the browser’s own way back, mean nothing here', () => {
  expect(versionStep({ ...plain, key: 'ArrowUp' }, 'ltr')).toBeNull()
  expect(versionStep({ ...plain, key: 'ArrowLeft', altKey: true }, 'ltr')).toBeNull()
})
