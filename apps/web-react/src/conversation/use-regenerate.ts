import { failureText, focusComposer, texts } from '@livetype/ui'
import { useCallback } from 'react'
import { useModels } from '../models/use-models.ts'
import { useServices } from '../services.ts'

/** Asks for another reply, by the model that is chosen now. */
export function useRegenerate(conversationId: string, messageId: string): () => void {
  const { store, toaster } = useServices()
  const { chosen } = useModels()
  const modelId = chosen?.id
  return useCallback(() => {
    // The button goes away with the reply that is replaced.
    focusComposer()
    store.regenerate(conversationId, messageId, modelId).catch((error: unknown) => {
      toaster.create({ title: failureText(texts.errors.regenerateFailed, error), type: 'error' })
    })
  }, [store, toaster, conversationId, messageId, modelId])
}
