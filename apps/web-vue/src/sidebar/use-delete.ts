import type { ConversationSummary } from '@livetype/protocol'
import { failureText, focusBesideConversation, focusRestoredConversation, texts, undoMs } from '@livetype/ui'
import { useRoute, useRouter } from 'vue-router'
import { useServices } from '../services/services.ts'

/** Deletes a conversation at once and offers to undo it. */
export function useDelete() {
  const { store, toaster } = useServices()
  const route = useRoute()
  const router = useRouter()

  return async function removeWithUndo(conversation: ConversationSummary, title: string) {
    const focusBeside = focusBesideConversation(conversation.id)
    const wasOpen = route.params.conversationId === conversation.id
    if (wasOpen) await router.push('/')
    const removed = store.remove(conversation.id)
    focusBeside()
    try {
      await removed
    } catch (error) {
      toaster.error({ title: failureText(texts.errors.deleteFailed, error) })
      return
    }
    const undo = async () => {
      try {
        await store.restore(conversation.id)
        if (wasOpen && route.path === '/') await router.push(`/c/${conversation.id}`)
        focusRestoredConversation(conversation.id)
      } catch (error) {
        toaster.error({ title: failureText(texts.errors.restoreFailed, error) })
      }
    }
    toaster.create({
      title: texts.sidebar.deleted(title),
      type: 'info',
      duration: undoMs,
      action: { label: texts.sidebar.undo, onClick: () => void undo() },
    })
  }
}
