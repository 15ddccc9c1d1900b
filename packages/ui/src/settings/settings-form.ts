import { type ChangeSettings, changeSettingsSchema, type Settings } from '@livetype/protocol'
import { keyName } from '../behavior/key-names.ts'
import { languageFor, languageNames, offeredLanguages } from '../languages/languages.ts'
import { laterTexts } from '../texts/later/later-texts.ts'
import { texts as firstTexts } from '../texts/texts.ts'
import { themePreferences } from '../theme/theme-preference.ts'
import type { NotificationPermission } from './notification-permission.ts'

interface Choice {
  readonly value: string
  readonly label: string
  /** Its language, where that is not the page's. */
  readonly lang?: string
}

/** One setting as it is offered. `segments` are seen all at once, of a `list` the one that is chosen. */
export type SettingsField = {
  readonly name: keyof Settings
  readonly label: string
  readonly hint?: string
} & (
  | { readonly kind: 'segments' | 'list'; readonly value: string; readonly choices: readonly Choice[] }
  | { readonly kind: 'switch'; readonly isOn: boolean; readonly isDisabled: boolean }
)

/** Settings that belong together. */
export interface SettingsSection {
  readonly id: string
  readonly label: string
  readonly fields: readonly SettingsField[]
}

/** What the settings dialog offers, in words. Both clients draw it as it is. */
export function settingsSections(
  settings: Settings,
  device: { readonly permission: NotificationPermission; readonly languages: readonly string[] },
): readonly SettingsSection[] {
  const texts = laterTexts.settings
  const modifier = keyName('Mod')
  return [
    { id: 'appearance', label: texts.appearance, fields: appearanceFields(settings, device.languages) },
    {
      id: 'writing',
      label: texts.writing,
      fields: [
        {
          kind: 'segments',
          name: 'sendKey',
          label: texts.sendKey,
          hint: texts.sendKeyHint(modifier),
          value: settings.sendKey,
          choices: [
            { value: 'enter', label: keyName('Enter', false) },
            { value: 'ctrl-enter', label: `${modifier}+${keyName('Enter', false)}` },
          ],
        },
      ],
    },
    {
      id: 'replies',
      label: texts.replies,
      fields: [
        {
          kind: 'segments',
          name: 'typing',
          label: texts.typing,
          hint: texts.typingHint,
          value: settings.typing,
          choices: choicesOf(texts.typings),
        },
        {
          kind: 'segments',
          name: 'announcement',
          label: texts.announcement,
          value: settings.announcement,
          choices: choicesOf(texts.announcements),
        },
        notificationField(settings, device.permission),
      ],
    },
  ]
}

/** What choosing `value` changes. Nothing where there is no such choice. */
export function changeOf(name: keyof Settings, value: string | boolean): ChangeSettings {
  return changeSettingsSchema.parse({ [name]: value })
}

function appearanceFields(settings: Settings, browserLanguages: readonly string[]): SettingsField[] {
  const texts = laterTexts.settings
  const systemLanguage = languageNames[languageFor('system', browserLanguages)]
  return [
    {
      kind: 'segments',
      name: 'theme',
      label: firstTexts.theme.label,
      value: settings.theme,
      choices: themePreferences.map((value) => ({ value, label: firstTexts.theme[value] })),
    },
    {
      kind: 'segments',
      name: 'density',
      label: texts.density,
      value: settings.density,
      choices: choicesOf(texts.densities),
    },
    {
      kind: 'list',
      name: 'language',
      label: texts.language,
      value: settings.language,
      choices: [
        { value: 'system', label: texts.systemLanguage(systemLanguage) },
        ...offeredLanguages.map((language) => ({ value: language, label: languageNames[language], lang: language })),
      ],
    },
  ]
}

function notificationField(settings: Settings, permission: NotificationPermission): SettingsField {
  const texts = laterTexts.settings
  const hints = {
    unavailable: texts.notificationsUnavailable,
    denied: texts.notificationsBlocked,
    default: texts.notificationsHint,
    granted: texts.notificationsHint,
  }
  return {
    kind: 'switch',
    name: 'notifications',
    label: texts.notifications,
    hint: hints[permission],
    isOn: settings.notifications && permission === 'granted',
    isDisabled: permission === 'unavailable' || permission === 'denied',
  }
}

function choicesOf(labels: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}
