import type { Preset } from '@livetype/protocol'
import { libraryMenu, presetIcon, texts } from '@livetype/ui'
import { useId } from 'react'
import { Icon } from '../controls/icon.tsx'
import { MenuButton } from '../controls/menu-button.tsx'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'
import { usePresetActions } from './use-preset-actions.ts'

/** The presets that a conversation can begin from. */
export function Presets() {
  const { store } = useServices()
  const { presets } = useObservable(store.library)
  const { isChosen, toggle, choose } = usePresetActions(presets)
  const id = useId()
  if (presets.length === 0) return null
  return (
    <section className="presets" aria-labelledby={id}>
      <h3 id={id} className="presets-title">
        {texts.presets.title}
      </h3>
      <ul className="preset-list">
        {presets.map((preset: Preset) => (
          <li key={preset.id} className="preset">
            <button
              type="button"
              className="preset-start"
              aria-pressed={isChosen(preset)}
              onClick={() => toggle(preset)}
            >
              <Icon name={presetIcon(preset)} />
              <span className="preset-name" dir="auto">
                {preset.name}
              </span>
              <span className="preset-detail" dir="auto">
                {preset.configuration.systemPrompt ?? preset.modelId}
              </span>
            </button>
            <MenuButton
              label={texts.presets.actionsFor(preset.name)}
              triggerClass="icon-button"
              placement="bottom-end"
              items={libraryMenu(presets, preset.id)}
              onChoose={(value) => void choose(preset, value)}
            >
              <Icon name="ellipsis" />
            </MenuButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
