import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import type { ThemeHost } from './theme.ts'
import { createTheme } from './theme.ts'
import { themeStorageKey } from './theme-preference.ts'

class FakeMedia extends EventTarget {
  matches = false

  change(isDark: boolean) {
    this.matches = isDark
    this.dispatchEvent(new Event('change'))
  }
}

function setup(stored: string | null = null) {
  const attributes = new Map<string, string>()
  const stock = new Map<string, string>(stored === null ? [] : [[themeStorageKey, stored]])
  const darkMedia = new FakeMedia()
  const host: ThemeHost = {
    root: { setAttribute: (name, value) => void attributes.set(name, value) },
    setFrameColor: (color) => void attributes.set('frame color', color),
    storage: { getItem: (key) => stock.get(key) ?? null, setItem: (key, value) => void stock.set(key, value) },
    darkMedia,
    events: new EventTarget(),
  }
  return { host, attributes, stock, darkMedia, events: host.events as EventTarget }
}

test('without a choice the system decides, and goes on deciding', () => {
  const { host, attributes, darkMedia } = setup()
  createTheme(host)
  expect(attributes.get('data-theme')).toBe('light')
  darkMedia.change(true)
  expect(attributes.get('data-theme')).toBe('dark')
})

test('the frame of the browser has the colour of the theme', () => {
  const { host, attributes, darkMedia } = setup()
  const theme = createTheme(host)
  expect(attributes.get('frame color')).toBe('#fcfdfc')
  darkMedia.change(true)
  expect(attributes.get('frame color')).toBe('#141817')
  theme.set('light')
  expect(attributes.get('frame color')).toBe('#fcfdfc')
})

test('a choice is shown at once, kept, told to listeners, and stronger than the system', () => {
  const { host, attributes, stock, darkMedia } = setup()
  const theme = createTheme(host)
  let calls = 0
  theme.subscribe(() => calls++)
  theme.set('dark')
  expect([attributes.get('data-theme'), stock.get(themeStorageKey), theme.get(), calls]).toEqual([
    'dark',
    'dark',
    'dark',
    1,
  ])
  darkMedia.change(false)
  expect(attributes.get('data-theme')).toBe('dark')
})

test('a choice made in another tab is taken over', () => {
  const { host, attributes, stock, events } = setup('light')
  const theme = createTheme(host)
  stock.set(themeStorageKey, 'dark')
  events.dispatchEvent(Object.assign(new Event('storage'), { key: themeStorageKey }))
  expect([theme.get(), attributes.get('data-theme')]).toEqual(['dark', 'dark'])
})

test('storage that throws costs the memory of the choice, not the choice', () => {
  const { host, attributes } = setup()
  const forbid = () => {
    throw new Error('SecurityError')
  }
  const theme = createTheme({ ...host, storage: { getItem: forbid, setItem: forbid } })
  theme.set('dark')
  expect(attributes.get('data-theme')).toBe('dark')
})

test.each([
  ['light', true],
  ['dark', false],
  ['system', true],
  ['system', false],
  [null, true],
  ['nonsense', false],
])('the script that runs before the first paint agrees: stored %s, system dark %s', (stored, isSystemDark) => {
  const { host, attributes, darkMedia } = setup(stored)
  darkMedia.matches = isSystemDark
  createTheme(host)
  const booted = new Map<string, string>()
  runInNewContext(readFileSync(new URL('../theme-boot.js', import.meta.url), 'utf8'), {
    localStorage: host.storage,
    matchMedia: () => darkMedia,
    navigator: { languages: [] },
    document: { documentElement: { setAttribute: (name: string, value: string) => void booted.set(name, value) } },
  })
  expect(booted.get('data-theme')).toBe(attributes.get('data-theme'))
})
