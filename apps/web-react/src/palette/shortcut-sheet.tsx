import { laterTexts, listShortcuts } from '@livetype/ui/later'
import { DialogFrame } from '../overlays/dialog-frame.tsx'
import type { OverlayProps } from '../overlays/overlays.tsx'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'
import { Keys } from './keys.tsx'

/** All keyboard shortcuts. */
export function ShortcutSheet(props: OverlayProps) {
  const { store, actions } = useServices()
  const { sendKey } = useObservable(store.settings)
  const offered = useObservable(actions)
  return (
    <DialogFrame {...props} title={laterTexts.palette.shortcutsTitle} isOnlyRead>
      {listShortcuts(offered, sendKey).map((section) => (
        <section key={section.label} className="settings-section">
          <h3 className="settings-heading">{section.label}</h3>
          <ul className="shortcuts">
            {section.shortcuts.map((shortcut) => (
              <li key={shortcut.label} className="shortcut">
                <span>{shortcut.label}</span>
                <span className="shortcut-keys">
                  {shortcut.combinations.map((keys, index) => (
                    <span key={keys.join()}>
                      {index > 0 && <span className="shortcut-or">{laterTexts.palette.or}</span>}
                      <Keys keys={keys} />
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </DialogFrame>
  )
}
