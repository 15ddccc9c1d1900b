import { afterEach, expect, test, vi } from 'vitest'
import { findChromium } from './ensure-chromium.mjs'

afterEach(() => vi.unstubAllEnvs())

test('CHROMIUM_PATH wins over every other place', () => {
  vi.stubEnv('CHROMIUM_PATH', process.execPath)
  expect(findChromium()).toBe(process.execPath)
})

test('a CHROMIUM_PATH without a program is refused, not passed over', () => {
  vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium')
  expect(() => findChromium()).toThrow('CHROMIUM_PATH is "/nowhere/chromium"')
})
