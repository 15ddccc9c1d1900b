/** What a person chose: one of the two looks, or whatever their system has. */
export type ThemePreference = 'light' | 'dark' | 'system'

/** The look that is shown. */
export type ResolvedTheme = 'light' | 'dark'

/** The preferences in the order in which they are offered. */
export const themePreferences: readonly ThemePreference[] = ['light', 'dark', 'system']

/** Where the preference is kept; `theme-boot.js` reads it under the same name. */
export const themeStorageKey = 'livetype.theme'

/** What a browser colours its own frame with: `--color-paper` of each look, as index.html of both clients has it. */
export const themeColors: Readonly<Record<ResolvedTheme, string>> = { light: '#fcfdfc', dark: '#141817' }

/** Reads a stored preference; anything unknown is `system`. */
export function parseThemePreference(stored: string | null): ThemePreference {
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

/** The look that a preference gives on a system that is dark or not. */
export function resolveTheme(preference: ThemePreference, isSystemDark: boolean): ResolvedTheme {
  if (preference !== 'system') return preference
  return isSystemDark ? 'dark' : 'light'
}
