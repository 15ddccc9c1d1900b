import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
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

test('a headless shell is taken before a browser with windows', () => {
  const folder = mkdtempSync(join(tmpdir(), 'livetype-chromium-'))
  try {
    for (const name of ['chromium', 'chromium-headless-shell']) {
      writeFileSync(join(folder, name), '')
      chmodSync(join(folder, name), 0o755)
    }
    vi.stubEnv('CHROMIUM_PATH', '')
    vi.stubEnv('PATH', [folder, process.env.PATH].join(delimiter))
    expect(findChromium()).toBe(join(folder, 'chromium-headless-shell'))
  } finally {
    rmSync(folder, { recursive: true })
  }
})
