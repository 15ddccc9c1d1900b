import type { QueuedMessageView, Written } from '@livetype/client'
import { failureText, focusComposer, texts } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import { useServices } from '../services/services.ts'

/** What is done with a queued message; what can't be done is said, and what was typed is kept. */
export function useQueueCommands(conversation: () => string) {
  const { store, toaster, drafts } = useServices()
  const fail = (what: string) => (error: unknown) => {
    toaster.error({ title: failureText(what, error) })
  }
  return {
    edit(messageId: string, written: Written) {
      const conversationId = conversation()
      store.editQueued(conversationId, messageId, written).catch((error: unknown) => {
        drafts.add(conversationId, written.text)
        fail(laterTexts.queue.editFailed)(error)
      })
    },
    async remove({ delivery, message }: QueuedMessageView) {
      focusComposer()
      if (delivery === 'failed') store.discard(conversation(), message.id)
      else await store.removeQueued(conversation(), message.id).catch(fail(laterTexts.queue.removeFailed))
    },
    async sendNow(messageId: string) {
      focusComposer()
      await store.sendQueuedNow(conversation(), messageId).catch(fail(texts.errors.sendQueuedFailed))
    },
    retry(messageId: string) {
      focusComposer()
      store.retrySend(conversation(), messageId)
    },
  }
}
