import { failureText, focusComposer, texts } from '@livetype/ui'
import { useActions } from '../overlays/use-actions.ts'
import { useServices } from '../services/services.ts'

/** Keeps a temporary conversation, by the function it returns or from the palette. */
export function useKeep(page: { conversationId: () => string | null; isTemporary: () => boolean }): () => void {
  const { store, toaster } = useServices()
  function keep() {
    const conversationId = page.conversationId()
    if (conversationId === null) return
    // The button that does it goes away with it.
    focusComposer()
    store.keep(conversationId).then(
      () => {
        toaster.success({ title: texts.temporary.kept })
      },
      (error: unknown) => {
        toaster.error({ title: failureText(texts.temporary.keepFailed, error) })
      },
    )
  }
  useActions([{ id: 'keepChat', isAvailable: page.isTemporary, run: keep }])
  return keep
}
