import { expect, test } from 'vitest'
import { createStoredValue } from './stored-value.ts'

function setup(entries: [string, string][] = []) {
  const stock = new Map(entries)
  const localStorage = {
    getItem: (key: string) => stock.get(key) ?? null,
    setItem: (key: string, value: string) => void stock.set(key, value),
    removeItem: (key: string) => void stock.delete(key),
  } as Storage
  const host = Object.assign(new EventTarget(), { localStorage }) as unknown as Window
  return { stock, host }
}

test('is read, kept, told and forgotten', () => {
  const { stock, host } = setup([['k', 'old']])
  const value = createStoredValue('k', host)
  const seen: (string | null)[] = []
  value.subscribe(() => seen.push(value.get()))
  expect(value.get()).toBe('old')
  value.set('new')
  value.set('new')
  expect(stock.get('k')).toBe('new')
  value.set(null)
  expect(stock.has('k')).toBe(false)
  expect(seen).toEqual(['new', null])
})

test('a change in another tab is taken over', () => {
  const { stock, host } = setup()
  const value = createStoredValue('k', host)
  stock.set('k', 'theirs')
  host.dispatchEvent(Object.assign(new Event('storage'), { key: 'k' }))
  expect(value.get()).toBe('theirs')
})

test('without storage it still holds for the page', () => {
  const host = Object.defineProperty(new EventTarget(), 'localStorage', {
    get(): Storage {
      throw new Error('SecurityError')
    },
  }) as unknown as Window
  const value = createStoredValue('k', host)
  value.set('x')
  expect(value.get()).toBe('x')
})
