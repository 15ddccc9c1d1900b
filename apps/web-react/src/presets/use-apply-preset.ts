import type { Preset } from '@livetype/protocol'
import { configurationOf, failureText, focusComposer, keptConfiguration, texts, undoMs } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import { useModels } from '../models/use-models.ts'
import { useServices } from '../services.ts'

/** Uses a preset for a conversation from its next reply on; null is the one to come. It can be undone for a while. */
export function useApplyPreset(conversationId: string | null): (preset: Preset) => void {
  const { store, toaster, configurationDraft } = useServices()
  const { models, asked, compare } = useModels()

  const apply = ({ configuration, modelIds }: Pick<Preset, 'configuration'> & { modelIds: readonly string[] }) => {
    if (modelIds.length > 0 && modelIds.every((modelId) => models.some(({ id }) => id === modelId))) compare(modelIds)
    if (conversationId === null) {
      configurationDraft.set(keptConfiguration(configuration))
      return
    }
    store.configure(conversationId, configuration).catch((error: unknown) => {
      toaster.create({ title: failureText(texts.configuration.failed, error), type: 'error' })
    })
  }
  return ({ name, configuration, modelId }) => {
    const view = conversationId === null ? null : store.conversation(conversationId).get()
    const before = {
      configuration: view?.status === 'ready' ? view.configuration : configurationOf(configurationDraft.get()),
      modelIds: asked.modelIds ?? (asked.modelId === undefined ? [] : [asked.modelId]),
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
