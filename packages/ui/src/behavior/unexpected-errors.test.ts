import { expect, test } from 'vitest'
import { listenForUnexpectedErrors } from './unexpected-errors.ts'

test('tells of errors and rejections that nobody caught, not of hints of the browser', () => {
  const page = new EventTarget()
  let calls = 0
  const unlisten = listenForUnexpectedErrors(() => calls++, page)
  page.dispatchEvent(Object.assign(new Event('error'), { error: new TypeError('x') }))
  page.dispatchEvent(new Event('unhandledrejection'))
  expect(calls).toBe(2)
  page.dispatchEvent(Object.assign(new Event('error'), { error: null }))
  expect(calls).toBe(2)
  unlisten()
  page.dispatchEvent(new Event('unhandledrejection'))
  expect(calls).toBe(2)
})
