import { changeOf, laterTexts, settingsSections } from '@livetype/ui/later'
import { DialogFrame } from '../overlays/dialog-frame.tsx'
import type { OverlayProps } from '../overlays/overlays.tsx'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'
import { NoticeSetting } from './notice-setting.tsx'
import { Setting } from './setting.tsx'
import { useChangeSettings } from './use-change-settings.ts'

/** What a person can choose; it holds at once, in all tabs and on all devices. */
export function SettingsDialog(props: OverlayProps) {
  const { store, overlay } = useServices()
  const changeSettings = useChangeSettings()
  const settings = useObservable(store.settings)
  const sections = settingsSections(settings, navigator.languages)

  return (
    <DialogFrame {...props} title={laterTexts.settings.title}>
      {sections.map((section) => (
        <section key={section.id} className="settings-section" aria-labelledby={`settings-${section.id}`}>
          <h3 id={`settings-${section.id}`} className="settings-heading">
            {section.label}
          </h3>
          {section.fields.map((field) => (
            <Setting key={field.name} field={field} onChoose={(value) => changeSettings(changeOf(field.name, value))} />
          ))}
        </section>
      ))}
      <NoticeSetting />
      <section className="settings-section" aria-labelledby="settings-data">
        <h3 id="settings-data" className="settings-heading">
          {laterTexts.settings.data}
        </h3>
        <div className="setting">
          <div className="setting-text">
            <span className="setting-label">{laterTexts.settings.usageLabel}</span>
            <p className="setting-hint">{laterTexts.settings.usageHint}</p>
          </div>
          <button type="button" className="button" aria-haspopup="dialog" onClick={() => overlay.show('usage')}>
            {laterTexts.settings.usageOpen}
          </button>
        </div>
        <div className="setting">
          <div className="setting-text">
            <span className="setting-label">{laterTexts.settings.dataLabel}</span>
            <p className="setting-hint">{laterTexts.settings.dataHint}</p>
          </div>
          <button type="button" className="button" aria-haspopup="dialog" onClick={() => overlay.show('data')}>
            {laterTexts.settings.dataOpen}
          </button>
        </div>
      </section>
    </DialogFrame>
  )
}
