import { expect, test } from 'vitest'
import { failureText } from './failure-text.ts'

test('what went wrong is followed by why, where the reason is written for people', () => {
  const refused = Object.assign(new Error('The server cannot be reached.'), { name: 'ChatError' })
  expect(failureText('It could not be stopped.', refused)).toBe(
    'It could not be stopped. The server cannot be reached.',
  )
  expect(failureText('It could not be stopped.', new TypeError('x is undefined'))).toBe('It could not be stopped.')
  expect(failureText('It could not be stopped.', undefined)).toBe('It could not be stopped.')
})
