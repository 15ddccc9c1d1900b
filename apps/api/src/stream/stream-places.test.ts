import { expect, it } from 'vitest'
import { createStreamPlaces } from './stream-places.ts'

it('[SUB6] has so many places for each owner, and gives one back once', () => {
  const places = createStreamPlaces(2)
  const first = places.take('one')
  expect(places.take('one')).toBeDefined()
  expect(places.take('one')).toBeUndefined()
  expect(places.take('another')).toBeDefined()
  first?.[Symbol.dispose]()
  first?.[Symbol.dispose]()
  expect(places.take('one')).toBeDefined()
  expect(places.take('one')).toBeUndefined()
})

it('[SUB6] says how many there are, and that trying again can help', () => {
  expect(createStreamPlaces(3).refusal()).toMatchObject({
    code: 'too-many-streams',
    message: expect.stringContaining('3 streams'),
    isRetryable: true,
  })
})
