import * as z from 'zod/mini'

/** The languages of the clients, by their ISO 639 codes. */
export const languages = ['en', 'de', 'fr', 'es', 'zh', 'ja', 'ar'] as const

/** @see languages */
export type Language = (typeof languages)[number]

const orDefault = z.catch

const choices = {
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  /** `system`: the first of the browser's languages that there is. */
  language: z.enum(['system', ...languages]),
  /** Whether replies are typed evenly, or shown as they arrive. */
  typing: z.enum(['smooth', 'raw']),
  /** Which key sends a message; Shift+Enter always begins a new line. */
  sendKey: z.enum(['enter', 'ctrl-enter']),
  /** Whether the lines of code are numbered. */
  lineNumbers: z.enum(['off', 'on']),
  /** What a screen reader hears of a reply: all of it at its end, or by sentence as it comes, or only its end. */
  announcement: z.enum(['full', 'sentences', 'brief']),
} as const

/**
 * What an owner has chosen, for all devices. A value that is missing, or that only another version knows, is the
 * default's: settings are never a reason to fail.
 */
export const settingsSchema = z.object({
  theme: orDefault(choices.theme, 'system'),
  density: orDefault(choices.density, 'comfortable'),
  language: orDefault(choices.language, 'system'),
  typing: orDefault(choices.typing, 'smooth'),
  sendKey: orDefault(choices.sendKey, 'enter'),
  lineNumbers: orDefault(choices.lineNumbers, 'off'),
  announcement: orDefault(choices.announcement, 'full'),
})

/** @see settingsSchema */
export type Settings = Readonly<z.infer<typeof settingsSchema>>

/** What holds for those who never chose. */
export const defaultSettings: Settings = settingsSchema.parse({})

/** Changes what it names; the rest stays. */
export const changeSettingsSchema = z.partial(z.object(choices))

/** @see changeSettingsSchema */
export type ChangeSettings = z.infer<typeof changeSettingsSchema>

/** The settings after a change. */
export function withChanges(settings: Settings, changes: ChangeSettings): Settings {
  const named = Object.entries(changes).filter(([, value]) => value !== undefined)
  return settingsSchema.parse({ ...settings, ...Object.fromEntries(named) })
}

/** Whether nothing was chosen differently. */
export function isSameSettings(one: Settings, other: Settings): boolean {
  return Object.entries(one).every(([name, value]) => Reflect.get(other, name) === value)
}
