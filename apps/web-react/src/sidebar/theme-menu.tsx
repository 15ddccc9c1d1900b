import { type IconName, parseThemePreference, type ThemePreference, texts, themePreferences } from '@livetype/ui'
import { Icon } from '../controls/icon.tsx'
import { MenuButton } from '../controls/menu-button.tsx'
import { useServices } from '../services.ts'
import { useChangeSettings } from '../settings/use-change-settings.ts'
import { useSelected } from '../use-observable.ts'

const themeIcons: Record<ThemePreference, IconName> = { light: 'sun', dark: 'moon', system: 'monitor' }

/** Light, dark, or as the system has it. */
export function ThemeMenu() {
  const { store } = useServices()
  const changeSettings = useChangeSettings()
  const preference = useSelected(store.settings, (settings) => settings.theme)
  return (
    <MenuButton
      label={texts.theme.current(texts.theme[preference])}
      triggerClass="theme-trigger"
      placement="top-start"
      items={themePreferences.map((value) => ({ value, label: texts.theme[value] }))}
      chosen={preference}
      onChoose={(value) => changeSettings({ theme: parseThemePreference(value) })}
    >
      <Icon name={themeIcons[preference]} />
      <span>{texts.theme.label}</span>
    </MenuButton>
  )
}
