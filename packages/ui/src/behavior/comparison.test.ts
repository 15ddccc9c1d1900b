import { expect, test } from 'vitest'
import { comparedModels, keepComparison } from './comparison.ts'
import { createStoredValue } from './stored-value.ts'

const models = ['a', 'b', 'c'].map((id) => ({ id }))

function stored() {
  const items = new Map<string, string>()
  const localStorage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  } as unknown as Storage
  return createStoredValue('key', { localStorage, addEventListener: () => undefined })
}

test('[RUN11] a comparison is remembered, with the same model twice, and at most four', () => {
  const value = stored()
  keepComparison(value, ['a', 'a', 'b', 'c', 'c'])
  expect(comparedModels(value.get(), models).map(({ id }) => id)).toEqual(['a', 'a', 'b', 'c'])
})

test('fewer than two are none, also where models are gone', () => {
  const value = stored()
  keepComparison(value, ['a', 'gone'])
  expect(comparedModels(value.get(), models)).toEqual([])
  keepComparison(value, ['a'])
  expect(value.get()).toBeNull()
})
