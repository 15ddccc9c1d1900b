import { expect, test } from 'vitest'
import { createAsking } from './create-asking.ts'

test('the last question counts, and the answer of before stays until it has its own', async () => {
  const asking = createAsking<string>()
  const first = Promise.withResolvers<string>()
  const second = Promise.withResolvers<string>()
  asking.ask(() => Promise.resolve('before'))
  await Promise.resolve()
  asking.ask(() => first.promise)
  asking.ask(() => second.promise)
  expect(asking.get()).toEqual({ status: 'loading', answer: 'before' })
  second.resolve('second')
  await second.promise
  first.resolve('first')
  await first.promise
  expect(asking.get()).toEqual({ status: 'ready', answer: 'second' })
})

test('where it failed there is no answer, and it can be asked again', async () => {
  const asking = createAsking<string>()
  const heard: string[] = []
  const stop = asking.subscribe(() => heard.push(asking.get().status))
  asking.ask(() => Promise.reject(new Error('no luck')))
  await new Promise(setImmediate)
  asking.ask(() => Promise.resolve('answer'))
  await new Promise(setImmediate)
  stop()
  asking.ask(() => Promise.resolve('another'))
  expect(heard).toEqual(['loading', 'failed', 'loading', 'ready'])
})
