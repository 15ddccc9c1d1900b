import { expect, test } from 'vitest'
import { effectScope, ref } from 'vue'
import { useObservable } from './use-observable.ts'

function createCell<Value>(value: Value) {
  const listeners = new Set<() => void>()
  return {
    listeners,
    get: () => value,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(next: Value) {
      value = next
      for (const listener of listeners) listener()
    },
  }
}

test('shows the present value and every later one', () => {
  const cell = createCell(1)
  const value = effectScope().run(() => useObservable(cell))
  expect(value?.value).toBe(1)
  cell.set(2)
  expect(value?.value).toBe(2)
})

test('lets go when its scope ends', () => {
  const cell = createCell(1)
  const scope = effectScope()
  scope.run(() => useObservable(cell))
  expect(cell.listeners.size).toBe(1)
  scope.stop()
  expect(cell.listeners.size).toBe(0)
})

test('moves over to another observable at once', () => {
  const cells = { a: createCell('a'), b: createCell('b') }
  const key = ref<'a' | 'b'>('a')
  const value = effectScope().run(() => useObservable(() => cells[key.value]))
  key.value = 'b'
  expect(value?.value).toBe('b')
  expect([cells.a.listeners.size, cells.b.listeners.size]).toEqual([0, 1])
  cells.a.set('late')
  expect(value?.value).toBe('b')
})
