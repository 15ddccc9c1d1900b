import type { ConversationView } from '@livetype/client'
import { failureText, namedMessageKey, type TranscriptView, texts } from '@livetype/ui'
import { watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useServices } from '../services/services.ts'

/** Opens a conversation at the message that the address names, `/c/…?message=…`, on whichever branch it is. */
export function useNamedMessage(options: {
  readonly conversationId: () => string | null
  readonly view: () => ConversationView
  readonly transcript: () => TranscriptView | null
}): void {
  const { store, toaster } = useServices()
  const route = useRoute()
  const router = useRouter()

  watch(
    () => [options.conversationId(), options.view(), route.query[namedMessageKey]] as const,
    ([conversationId, view, messageId]) => {
      if (view.status !== 'ready' || conversationId === null || typeof messageId !== 'string') return
      // Named once: a reload, and going back, keep the place that the reader has come to since.
      void router.replace({ query: {} })
      options.transcript()?.showMessage(messageId)
      if (view.messageIds.includes(messageId) || view.compared.includes(messageId)) return
      store.chooseBranch(conversationId, messageId).catch((error: unknown) => {
        toaster.error({ title: failureText(texts.errors.chooseBranchFailed, error) })
      })
    },
    { immediate: true, flush: 'post' },
  )
}
