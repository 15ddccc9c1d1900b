import { defaultSettings, type Settings } from '@livetype/protocol'
import { expect, test } from 'vitest'
import { keepSettings, readKeptSettings } from './kept-settings.ts'
import { showSettings } from './show-settings.ts'

function createStorage(entries: [string, string][] = []) {
  const stock = new Map(entries)
  return {
    getItem: (key: string) => stock.get(key) ?? null,
    setItem: (key: string, value: string) => void stock.set(key, value),
  }
}

test('[SETTINGS1] a page begins with the settings that this device saw last', () => {
  const storage = createStorage()
  expect(readKeptSettings(storage)).toEqual(defaultSettings)
  keepSettings(storage, { ...defaultSettings, density: 'compact' })
  expect(readKeptSettings(storage)).toEqual({ ...defaultSettings, density: 'compact' })
})

test('broken or forbidden storage costs nothing but the memory', () => {
  const forbid = () => {
    throw new Error('SecurityError')
  }
  expect(readKeptSettings(createStorage([['livetype.settings', '{']]))).toEqual(defaultSettings)
  expect(readKeptSettings({ getItem: forbid })).toEqual(defaultSettings)
  expect(readKeptSettings(null)).toEqual(defaultSettings)
  keepSettings({ setItem: forbid }, defaultSettings)
})

test('[LANG2] a page whose words are late does not stay empty for them', async () => {
  const waits: number[] = []
  const never = new Promise<void>(() => {})
  await showSettings(
    { get: () => defaultSettings, subscribe: () => () => undefined },
    {
      theme: { set: () => undefined },
      language: { set: () => never },
      root: { setAttribute: () => undefined },
      storage: null,
      onLanguageFailed: () => undefined,
    },
    async (ms) => void waits.push(ms),
  )
  expect(waits).toEqual([3_000])
})

test('theme, density, language and the copy of this device follow the settings', async () => {
  let settings: Settings = defaultSettings
  let change = () => {}
  const shown: string[] = []
  const storage = createStorage()
  await showSettings(
    {
      get: () => settings,
      subscribe: (listener) => {
        change = listener
        return () => undefined
      },
    },
    {
      theme: { set: (theme) => shown.push(theme) },
      language: {
        set: async (language) => {
          shown.push(language)
          if (language === 'ar') throw new Error('offline')
        },
      },
      root: { setAttribute: (name, value) => shown.push(`${name}=${value}`) },
      storage,
      onLanguageFailed: () => shown.push('failed'),
    },
  )
  expect(shown.splice(0)).toEqual(['system', 'data-density=comfortable', 'data-line-numbers=off', 'system'])
  settings = { ...settings, theme: 'dark', density: 'compact', language: 'ar', lineNumbers: 'on' }
  change()
  await Promise.resolve()
  await Promise.resolve()
  expect(shown).toEqual(['dark', 'data-density=compact', 'data-line-numbers=on', 'ar', 'failed'])
  expect(readKeptSettings(storage)).toEqual(settings)
})
