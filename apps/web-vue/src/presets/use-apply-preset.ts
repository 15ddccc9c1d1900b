import type { Preset } from '@livetype/protocol'
import { configurationOf, failureText, focusComposer, keptConfiguration, texts, undoMs } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import { useModels } from '../models/use-models.ts'
import { useServices } from '../services/services.ts'

/** Uses a preset for a conversation from its next reply on; null is the one to come. It can be undone for a while. */
export function useApplyPreset(conversation: () => string | null): (preset: Preset) => void {
  const { store, toaster, configurationDraft } = useServices()
  const { models, asked, compare } = useModels()

  return ({ name, configuration, modelId }) => {
    const conversationId = conversation()
    const apply = (wanted: Pick<Preset, 'configuration'> & { modelIds: readonly string[] }) => {
      if (wanted.modelIds.length > 0 && wanted.modelIds.every((one) => models.value.some(({ id }) => id === one)))
        compare(wanted.modelIds)
      if (conversationId === null) {
        configurationDraft.set(keptConfiguration(wanted.configuration))
        return
      }
      store.configure(conversationId, wanted.configuration).catch((error: unknown) => {
        toaster.error({ title: failureText(texts.configuration.failed, error) })
      })
    }
    const view = conversationId === null ? null : store.conversation(conversationId).get()
    const { modelIds, modelId: askedId } = asked.value
    const before = {
      configuration: view?.status === 'ready' ? view.configuration : configurationOf(configurationDraft.get()),
      modelIds: modelIds ?? (askedId === undefined ? [] : [askedId]),
    }
    apply({ configuration, modelIds: modelId === undefined ? [] : [modelId] })
    focusComposer()
    toaster.create({
      title: laterTexts.configuration.presetUsed(name),
      type: 'success',
      duration: undoMs,
      action: { label: texts.sidebar.undo, onClick: () => apply(before) },
    })
  }
}
