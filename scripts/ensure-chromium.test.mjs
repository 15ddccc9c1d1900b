import { afterEach, expect, test, vi } from 'vitest'
import { findChromium } from './ensure-chromium.mjs'

afterEach(() => vi.unstubAllEnvs())

test('CHROMIUM_PATH wins over every other place', () => {
  vi.stubEnv('CHROMIUM_PATH', process.execPath)
  expect(findChromium()).toBe(process.execPath)
})

test.each(['/nowhere/chromium', import.meta.dirname])(
  'a CHROMIUM_PATH without a program is refused, not passed over: %s',
  (path) => {
    vi.stubEnv('CHROMIUM_PATH', path)
    expect(() => findChromium()).toThrow(`CHROMIUM_PATH is "${path}"`)
  },
)
