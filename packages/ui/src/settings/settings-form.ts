import { type ChangeSettings, changeSettingsSchema, type Settings } from '@livetype/protocol'
import { keyName } from '../behavior/key-names.ts'
import { languageFor, languageNames, offeredLanguages } from '../languages/languages.ts'
import { laterTexts } from '../texts/later/later-texts.ts'
import { texts as firstTexts } from '../texts/texts.ts'
import { themePreferences } from '../theme/theme-preference.ts'

interface Choice {
  readonly value: string
  readonly label: string
  /** Its language, where that is not the page's. */
  readonly lang?: string
}

/** One setting as it is offered. `segments` are seen all at once, of a `list` the one that is chosen. */
export interface SettingsField {
  readonly kind: 'segments' | 'list'
  readonly name: keyof Settings
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly choices: readonly Choice[]
}

/** Settings that belong together. */
export interface SettingsSection {
  readonly id: string
  readonly label: string
  readonly fields: readonly SettingsField[]
}

/** What the settings dialog offers, in words. Both clients draw it as it is. */
export function settingsSections(settings: Settings, browserLanguages: readonly string[]): readonly SettingsSection[] {
  const texts = laterTexts.settings
  const modifier = keyName('Mod')
  return [
    { id: 'appearance', label: texts.appearance, fields: appearanceFields(settings, browserLanguages) },
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
          name: 'lineNumbers',
          label: texts.lineNumbers,
          value: settings.lineNumbers,
          choices: choicesOf(texts.lineNumberings),
        },
        {
          kind: 'segments',
          name: 'announcement',
          label: texts.announcement,
          value: settings.announcement,
          choices: choicesOf(texts.announcements),
        },
      ],
    },
  ]
}

/** What choosing `value` changes. Nothing where there is no such choice. */
export function changeOf(name: keyof Settings, value: string): ChangeSettings {
  return changeSettingsSchema.parse({ [name]: value })
}

function appearanceFields(settings: Settings, browserLanguages: readonly string[]): SettingsField[] {
  const texts = laterTexts.settings
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
    // One language is no choice.
    ...(offeredLanguages.length > 1 ? [languageField(settings, browserLanguages)] : []),
  ]
}

function languageField(settings: Settings, browserLanguages: readonly string[]): SettingsField {
  const texts = laterTexts.settings
  const systemLanguage = languageNames[languageFor('system', browserLanguages)]
  return {
    kind: 'list',
    name: 'language',
    label: texts.language,
    value: settings.language,
    choices: [
      { value: 'system', label: texts.systemLanguage(systemLanguage) },
      ...offeredLanguages.map((language) => ({ value: language, label: languageNames[language], lang: language })),
    ],
  }
}

function choicesOf(labels: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}
