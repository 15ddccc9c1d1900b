import { failureText, focusComposer, texts } from '@livetype/ui'
import { useModels } from '../models/use-models.ts'
import { useServices } from '../services/services.ts'

/** Asks for another reply, by the model that is chosen now. */
export function useRegenerate() {
  const { store, toaster } = useServices()
  const { chosen } = useModels()
  return (conversationId: string, messageId: string) => {
    // The button goes away with the reply that is replaced.
    focusComposer()
    store.regenerate(conversationId, messageId, chosen.value?.id).catch((error: unknown) => {
      toaster.error({ title: failureText(texts.errors.regenerateFailed, error) })
    })
  }
}
