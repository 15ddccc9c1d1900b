import { ChatError } from '@livetype/protocol'
import { afterEach, expect, test } from 'vitest'
import { sentenceOf, showCatalogue } from '../languages/catalogue.ts'
import { german } from '../languages/de/german.ts'
import { failureText } from './failure-text.ts'

afterEach(() => showCatalogue('en', null))

test('what went wrong is followed by why, where the reason is written for people', () => {
  const refused = Object.assign(new Error('The server cannot be reached.'), { name: 'ChatError' })
  expect(failureText('It could not be stopped.', refused)).toBe(
    'It could not be stopped. The server cannot be reached.',
  )
  expect(failureText('It could not be stopped.', new TypeError('x is undefined'))).toBe('It could not be stopped.')
  expect(failureText('It could not be stopped.', undefined)).toBe('It could not be stopped.')
})

test('in another language the code says why, and what it leaves open is said as the server has it', () => {
  const offline = new ChatError('model-unreachable', 'The model server can’t be reached.')
  const tooLarge = new ChatError('file-too-large', 'This file is too large: 25 MB are the most.')
  showCatalogue('de', german)
  expect(failureText('Das ging nicht.', offline)).toBe(`Das ging nicht. ${sentenceOf(offline)}`)
  expect(sentenceOf(tooLarge)).toMatch(/^Die Datei ist zu groß\..*25 MB are the most\.$/)
  expect(sentenceOf({ code: 'of-tomorrow', message: 'Not known yet.' })).toBe('Not known yet.')
})
