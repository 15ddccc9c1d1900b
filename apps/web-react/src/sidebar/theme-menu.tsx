import { type IconName, parseThemePreference, type ThemePreference, texts, themePreferences } from '@livetype/ui'
import { Icon } from '../controls/icon.tsx'
import { RadioMenu } from '../controls/radio-menu.tsx'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'

const themeIcons: Record<ThemePreference, IconName> = { light: 'sun', dark: 'moon', system: 'monitor' }

/** Light, dark, or as the system has it. */
export function ThemeMenu() {
  const { theme } = useServices()
  const preference = useObservable(theme)
  return (
    <RadioMenu
      label={texts.theme.current(texts.theme[preference])}
      triggerClass="theme-trigger"
      value={preference}
      onChoose={(value) => theme.set(parseThemePreference(value))}
      choices={themePreferences.map((value) => ({ value, content: texts.theme[value] }))}
    >
      <Icon name={themeIcons[preference]} />
      <span>{texts.theme.label}</span>
    </RadioMenu>
  )
}
