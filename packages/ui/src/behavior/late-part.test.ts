import { expect, test } from 'vitest'
import { createLatePart } from './late-part.ts'

test('a part is fetched once, however often it is asked for, and its listeners hear of it', async () => {
  let fetches = 0
  const part = createLatePart(async () => {
    fetches++
    return 'part'
  })
  let calls = 0
  part.subscribe(() => calls++)
  expect(part.get()).toBeUndefined()
  await Promise.all([part.load(), part.load()])
  await part.load()
  expect([part.get(), fetches, calls]).toEqual(['part', 1, 1])
})

test('a part that could not be fetched is fetched again when it is needed', async () => {
  let isOnline = false
  const part = createLatePart(() => (isOnline ? Promise.resolve('part') : Promise.reject(new Error('offline'))))
  await expect(part.load()).rejects.toThrow('offline')
  isOnline = true
  await part.load()
  expect(part.get()).toBe('part')
})
