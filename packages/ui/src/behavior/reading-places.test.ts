import { expect, test } from 'vitest'
import { createReadingPlaces } from './reading-places.ts'

function fakeHost(stored?: string) {
  const values = new Map(stored === undefined ? [] : [['livetype.reading', stored]])
  const sessionStorage = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => values.set(key, value),
  }
  return { sessionStorage: sessionStorage as unknown as Storage }
}

test('a place is there again after a reload, until the reader is at the end', () => {
  const host = fakeHost()
  createReadingPlaces(host).set('one', { id: 'message', top: -12.5 })
  expect(createReadingPlaces(host).get('one')).toEqual({ id: 'message', top: -12.5 })
  createReadingPlaces(host).set('one', null)
  expect(createReadingPlaces(host).get('one')).toBeNull()
})

test('remembers the places that were left last', () => {
  const places = createReadingPlaces(fakeHost())
  for (let index = 0; index < 60; index += 1) places.set(`${index}`, { id: 'message', top: index })
  expect(places.get('9')).toBeNull()
  expect(places.get('10')).toEqual({ id: 'message', top: 10 })
})

test.each(['{', '7', '[7, ["a"], ["a", null], ["a", {"id": 1, "top": 2}]]'])(
  '%s in the storage is no place',
  (stored) => {
    expect(createReadingPlaces(fakeHost(stored)).get('a')).toBeNull()
  },
)

test('without storage places last for the page', () => {
  const places = createReadingPlaces({
    get sessionStorage(): Storage {
      throw new Error('blocked')
    },
  })
  places.set('one', { id: 'message', top: 0 })
  expect(places.get('one')).toEqual({ id: 'message', top: 0 })
})
