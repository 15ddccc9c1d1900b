import { texts } from '@livetype/ui'
import { useModels } from '../models/use-models.ts'
import { useServices } from '../services/services.ts'

/** Asks for another reply, by the model that is chosen now. */
export function useRegenerate() {
  const { store, toaster } = useServices()
  const { chosen } = useModels()
  return (conversationId: string, messageId: string) => {
    store.regenerate(conversationId, messageId, chosen.value?.id).catch(() => {
      toaster.error({ title: texts.errors.regenerateFailed })
    })
  }
}
