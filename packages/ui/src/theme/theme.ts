import type { ThemePreference } from './theme-preference.ts'
import { parseThemePreference, resolveTheme, themeColors, themeStorageKey } from './theme-preference.ts'

/** The theme of a page. `get` and `subscribe` make it an observable of the preference. */
export interface Theme {
  get(): ThemePreference
  subscribe(listener: () => void): () => void
  /** Shows the theme at once and keeps it where storage allows. */
  set(preference: ThemePreference): void
  dispose(): void
}

/** What a theme needs of a browser. */
export interface ThemeHost {
  readonly root: { setAttribute(name: string, value: string): void }
  /** Colours the browser's own frame, where it has one to colour. */
  setFrameColor(color: string): void
  /** Undefined where a browser forbids storage: the preference then lasts for the page. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'> | undefined
  readonly darkMedia: Pick<MediaQueryList, 'matches' | 'addEventListener' | 'removeEventListener'>
  /** Where `storage` events of other tabs arrive. */
  readonly events: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>
}

/**
 * Keeps `data-theme` (`light` or `dark`) of the root, and the colour of the browser's frame, in step with the preference, with the system's own theme
 * and with other tabs.
 */
export function createTheme(host: ThemeHost = browserHost()): Theme {
  const listeners = new Set<() => void>()
  let preference = read(host)

  const apply = () => {
    const theme = resolveTheme(preference, host.darkMedia.matches)
    host.root.setAttribute('data-theme', theme)
    host.setFrameColor(themeColors[theme])
  }
  const change = (next: ThemePreference) => {
    const isNew = next !== preference
    preference = next
    apply()
    if (isNew) for (const listener of listeners) listener()
  }
  const onStorage = (event: Event) => {
    // A key of null: the whole storage was cleared.
    if ('key' in event && (event.key === themeStorageKey || event.key === null)) change(read(host))
  }

  apply()
  host.darkMedia.addEventListener('change', apply)
  host.events.addEventListener('storage', onStorage)

  return {
    get: () => preference,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(next) {
      try {
        host.storage?.setItem(themeStorageKey, next)
      } catch {
        // Storage that is full or forbidden: the theme still holds until the page is left.
      }
      change(next)
    },
    dispose() {
      listeners.clear()
      host.darkMedia.removeEventListener('change', apply)
      host.events.removeEventListener('storage', onStorage)
    },
  }
}

function read(host: ThemeHost): ThemePreference {
  try {
    return parseThemePreference(host.storage?.getItem(themeStorageKey) ?? null)
  } catch {
    // Reading may be forbidden too; then the system decides.
    return 'system'
  }
}

function browserHost(): ThemeHost {
  return {
    root: document.documentElement,
    setFrameColor(color) {
      // Both of the page's: one is for systems that are light, one for dark ones, and a choice is stronger.
      for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.setAttribute('content', color)
    },
    storage: browserStorage(),
    darkMedia: window.matchMedia('(prefers-color-scheme: dark)'),
    events: window,
  }
}

function browserStorage(): Storage | undefined {
  try {
    return window.localStorage
  } catch {
    // With cookies blocked the mere access throws.
    return undefined
  }
}
