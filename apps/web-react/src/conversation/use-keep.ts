import { type Action, failureText, focusComposer, texts } from '@livetype/ui'
import { useCallback, useMemo } from 'react'
import { useActions } from '../overlays/use-actions.ts'
import { useServices } from '../services.ts'

/** Keeps a temporary conversation; the button that does it goes away with it. */
export function useKeep(conversationId: string | null): () => void {
  const { store, toaster } = useServices()
  return useCallback(() => {
    if (conversationId === null) return
    focusComposer()
    store.keep(conversationId).then(
      () => {
        toaster.create({ title: texts.temporary.kept, type: 'success' })
      },
      (error: unknown) => {
        toaster.create({ title: failureText(texts.temporary.keepFailed, error), type: 'error' })
      },
    )
  }, [store, toaster, conversationId])
}

/** Offers it in the palette. */
export function useKeepAction(isTemporary: boolean, keep: () => void): void {
  useActions(
    useMemo((): Action[] => [{ id: 'keepChat', isAvailable: () => isTemporary, run: keep }], [isTemporary, keep]),
  )
}
