import { failureText, focusComposer, texts } from '@livetype/ui'
import { useMemo } from 'react'
import { useModels } from '../models/use-models.ts'
import { useServices } from '../services.ts'

/** What a person can have done with a reply that has ended; by the model, or made by the models, chosen now. */
export function useReplyCommands(conversationId: string, messageId: string) {
  const { store, toaster } = useServices()
  const { chosen, compared } = useModels()
  const modelId = chosen?.id
  // As text, which stays the same as long as the choice does.
  const comparedIds = compared.map(({ id }) => id).join('\n')
  return useMemo(() => {
    const command = (work: () => Promise<void>, failed: () => string) => () => {
      // The button goes away with what it stands on.
      focusComposer()
      work().catch((error: unknown) => {
        toaster.create({ title: failureText(failed(), error), type: 'error' })
      })
    }
    return {
      regenerate: command(
        () => store.regenerate(conversationId, messageId, comparedIds === '' ? modelId : comparedIds.split('\n')),
        () => texts.errors.regenerateFailed,
      ),
      regenerateWith: (otherId: string) =>
        command(
          () => store.regenerate(conversationId, messageId, otherId),
          () => texts.errors.regenerateFailed,
        )(),
      continueReply: command(
        () => store.continueReply(conversationId, messageId, modelId),
        () => texts.errors.continueFailed,
      ),
      undoContinue: command(
        () => store.undoContinue(conversationId, messageId),
        () => texts.errors.undoFailed,
      ),
    }
  }, [store, toaster, conversationId, messageId, modelId, comparedIds])
}
