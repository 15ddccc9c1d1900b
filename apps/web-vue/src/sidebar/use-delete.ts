import type { ConversationSummary } from '@livetype/protocol'
import { texts } from '@livetype/ui'
import { useRoute, useRouter } from 'vue-router'
import { useServices } from '../services/services.ts'

/** How long a deletion can be undone from its note. */
const undoMs = 8000

/** Deletes a conversation at once and offers to undo it. */
export function useDelete() {
  const { store, toaster } = useServices()
  const route = useRoute()
  const router = useRouter()

  return async function removeWithUndo(conversation: ConversationSummary, title: string) {
    const wasOpen = route.params.conversationId === conversation.id
    if (wasOpen) await router.push('/')
    try {
      await store.remove(conversation.id)
    } catch {
      toaster.error({ title: texts.errors.deleteFailed })
      return
    }
    const undo = async () => {
      try {
        await store.restore(conversation.id)
        if (wasOpen && route.path === '/') await router.push(`/c/${conversation.id}`)
      } catch {
        toaster.error({ title: texts.errors.restoreFailed })
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
