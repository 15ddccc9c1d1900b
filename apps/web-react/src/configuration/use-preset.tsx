import type { Preset } from '@livetype/protocol'
import { presetIcon } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import { useState } from 'react'
import { Icon } from '../controls/icon.tsx'
import { MenuButton } from '../controls/menu-button.tsx'
import { useModels } from '../models/use-models.ts'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'

/** Fills in the fields below from a preset. `onUse` also gets the preset's model, null where it has none on offer. */
export function UsePreset({ onUse }: { onUse: (preset: Preset, modelId: string | null) => void }) {
  const { store } = useServices()
  const { models } = useModels()
  const { presets } = useObservable(store.library)
  const [said, setSaid] = useState('')
  const words = laterTexts.configuration
  if (presets.length === 0) return null

  const choose = (presetId: string) => {
    const preset = presets.find(({ id }) => id === presetId)
    if (!preset) return
    const model = models.find(({ id }) => id === preset.modelId)
    setSaid(model ? words.filledWithModel(preset.name, model.name) : words.filledFrom(preset.name))
    onUse(preset, model?.id ?? null)
  }
  return (
    <div className="use-preset">
      <MenuButton
        label={words.usePreset}
        triggerClass="button"
        placement="bottom-end"
        items={presets.map((preset) => ({ value: preset.id, label: preset.name, icon: presetIcon(preset) }))}
        onChoose={choose}
      >
        {words.usePreset}
        <Icon name="chevron-down" />
      </MenuButton>
      <p className="field-note" role="status">
        {said}
      </p>
    </div>
  )
}
