import { expect, test } from 'vitest'
import { nextRating, ratingAnnouncement } from './rating.ts'

test('[FEED1] a thumb rates, the other one rates anew, the same one takes it back', () => {
  expect(nextRating(undefined, 'up')).toEqual({ rating: 'up' })
  expect(nextRating({ rating: 'up', comment: 'clear' }, 'down')).toEqual({ rating: 'down' })
  expect(nextRating({ rating: 'down', comment: 'too long' }, 'down')).toBeNull()
})

test('what was done is said', () => {
  const said = [{ rating: 'up' } as const, { rating: 'down' } as const, null].map(ratingAnnouncement)
  expect(said).toEqual(['Rated as good.', 'Rated as bad.', 'The rating was taken back.'])
})
