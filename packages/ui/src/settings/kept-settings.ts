import { defaultSettings, type Settings, settingsSchema } from '@livetype/protocol'

const storageKey = 'livetype.settings'

/** The settings as they were last seen on this device: what a page begins with, before the server has told. */
export function readKeptSettings(storage: Pick<Storage, 'getItem'> | null): Settings {
  try {
    const kept = storage?.getItem(storageKey)
    return kept ? settingsSchema.parse(JSON.parse(kept)) : defaultSettings
  } catch {
    // Forbidden or broken: the server tells them soon.
    return defaultSettings
  }
}

/** Keeps the settings on this device, where storage allows. */
export function keepSettings(storage: Pick<Storage, 'setItem'> | null, settings: Settings): void {
  try {
    storage?.setItem(storageKey, JSON.stringify(settings))
  } catch {
    // Full or forbidden: the server has them.
  }
}
