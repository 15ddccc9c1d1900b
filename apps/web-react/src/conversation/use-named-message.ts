import type { ConversationView } from '@livetype/client'
import { failureText, namedMessageKey, type TranscriptView, texts } from '@livetype/ui'
import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { useServices } from '../services.ts'

/** Opens a conversation at the message that the address names, `/c/…?message=…`, on whichever branch it is. */
export function useNamedMessage(options: {
  readonly conversationId: string | null
  readonly view: ConversationView
  readonly transcript: TranscriptView | null
}): void {
  const { conversationId, view, transcript } = options
  const { store, toaster } = useServices()
  const [parameters, setParameters] = useSearchParams()
  const messageId = parameters.get(namedMessageKey)

  useEffect(() => {
    if (view.status !== 'ready' || conversationId === null || messageId === null) return
    // Named once: a reload, and going back, keep the place that the reader has come to since.
    setParameters({}, { replace: true })
    transcript?.showMessage(messageId)
    if (view.messageIds.includes(messageId) || view.compared.includes(messageId)) return
    store.chooseBranch(conversationId, messageId).catch((error: unknown) => {
      toaster.create({ title: failureText(texts.errors.chooseBranchFailed, error), type: 'error' })
    })
  }, [store, toaster, conversationId, messageId, view, transcript, setParameters])
}
