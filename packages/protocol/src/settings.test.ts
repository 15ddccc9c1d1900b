import { expect, test } from 'vitest'
import { changeSettingsSchema, defaultSettings, isSameSettings, settingsSchema } from './settings.ts'

test('settings of another version are read as far as they are known', () => {
  expect(settingsSchema.parse({ theme: 'sepia', density: 'compact', sound: true })).toEqual({
    ...defaultSettings,
    density: 'compact',
  })
})

test('a change names what it changes, and nothing that there is not', () => {
  expect(changeSettingsSchema.parse({ theme: 'dark' })).toEqual({ theme: 'dark' })
  expect(changeSettingsSchema.safeParse({ theme: 'sepia' }).success).toBe(false)
})

test('settings are the same where every choice is', () => {
  expect(isSameSettings(defaultSettings, { ...defaultSettings })).toBe(true)
  expect(isSameSettings(defaultSettings, { ...defaultSettings, typing: 'raw' })).toBe(false)
})
