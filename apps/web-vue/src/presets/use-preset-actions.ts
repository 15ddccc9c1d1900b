import { isSameConfiguration, type LibraryChange, makeId, type Preset } from '@livetype/protocol'
import { failureText, focusComposer, keptConfiguration, presetChange, texts, undoMs } from '@livetype/ui'
import type { Ref } from 'vue'
import { useConfigurationDraft } from '../configuration/use-configuration-draft.ts'
import { useModels } from '../models/use-models.ts'
import { useServices } from '../services/services.ts'

/** What a person does with a preset. */
export function usePresetActions(presets: Readonly<Ref<readonly Preset[]>>) {
  const { store, toaster, overlay, configurationDraft } = useServices()
  const { models, chosen, choose: chooseModel } = useModels()
  const draft = useConfigurationDraft()

  const isOffered = (preset: Preset) => models.value.some(({ id }) => id === preset.modelId)
  const isChosen = (preset: Preset) =>
    isSameConfiguration(draft.value, preset.configuration) &&
    (!isOffered(preset) || preset.modelId === chosen.value?.id)
  const change = async (wanted: LibraryChange) => {
    try {
      await store.changeLibrary(wanted)
      return true
    } catch (error) {
      toaster.error({ title: failureText(texts.presets.failed, error) })
      return false
    }
  }

  return {
    isChosen,
    /** Sets the conversation to come as the preset says; again: takes that back. */
    toggle(preset: Preset) {
      configurationDraft.set(isChosen(preset) ? null : keptConfiguration(preset.configuration))
      if (preset.modelId !== undefined && isOffered(preset)) chooseModel(preset.modelId)
      focusComposer()
    },
    async choose(preset: Preset, chosenItem: string) {
      if (chosenItem === 'edit') return overlay.show('presets', preset.id)
      const wanted = presetChange(presets.value, preset, { chosen: chosenItem, makeId })
      if (!wanted) return
      if (wanted.type === 'preset-deleted') focusComposer()
      const isDone = await change(wanted)
      if (!isDone || wanted.type !== 'preset-deleted') return
      toaster.create({
        title: texts.presets.deleted(preset.name),
        type: 'info',
        duration: undoMs,
        action: { label: texts.sidebar.undo, onClick: () => void change({ type: 'preset-saved', preset }) },
      })
    },
  }
}
