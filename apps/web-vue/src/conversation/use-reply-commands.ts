import { failureText, focusComposer, texts } from '@livetype/ui'
import { useModels } from '../models/use-models.ts'
import { useServices } from '../services/services.ts'

/** What a person can have done with a reply that has ended; by the model, or made by the models, chosen now. */
export function useReplyCommands(reply: { readonly conversationId: string; readonly messageId: string }) {
  const { store, toaster } = useServices()
  const { asked, chosen } = useModels()
  const command =
    (work: (ids: readonly [string, string], modelId?: string) => Promise<void>, failed: () => string) => () => {
      // The button goes away with what it stands on.
      focusComposer()
      work([reply.conversationId, reply.messageId], chosen.value?.id).catch((error: unknown) => {
        toaster.error({ title: failureText(failed(), error) })
      })
    }
  return {
    regenerate: command(
      (ids) => store.regenerate(...ids, asked.value.modelIds ?? asked.value.modelId),
      () => texts.errors.regenerateFailed,
    ),
    regenerateWith: (modelId: string) =>
      command(
        (ids) => store.regenerate(...ids, modelId),
        () => texts.errors.regenerateFailed,
      )(),
    continueReply: command(
      (ids, modelId) => store.continueReply(...ids, modelId),
      () => texts.errors.continueFailed,
    ),
    undoContinue: command(
      (ids) => store.undoContinue(...ids),
      () => texts.errors.undoFailed,
    ),
  }
}
