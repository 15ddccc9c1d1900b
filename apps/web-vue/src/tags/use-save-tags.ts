import type { ConversationSummary } from '@livetype/protocol'
import { failureText, nameConversations, texts, undoMs } from '@livetype/ui'
import { laterTexts, type TagForm, tagChanges, undoTagging } from '@livetype/ui/later'
import { useServices } from '../services/services.ts'

/** Gives conversations their tags, in one command that can be undone for a while. */
export function useSaveTags(): (conversations: readonly ConversationSummary[], form: TagForm) => void {
  const { store, toaster } = useServices()
  return (conversations, form) => {
    const changes = tagChanges(conversations, form)
    if (!changes) return
    const words = laterTexts.tags
    const fail = (error: unknown) => {
      toaster.error({ title: failureText(texts.errors.filingFailed, error) })
    }
    const undo = () => {
      const steps = undoTagging(conversations, changes)
      Promise.all(steps.map((step) => store.file(step.conversationIds, step.changes))).catch(fail)
    }
    store
      .file(
        conversations.map(({ id }) => id),
        changes,
      )
      .then(() => {
        toaster.create({
          title: nameConversations(conversations, words.changed, words.changedMany),
          type: 'info',
          duration: undoMs,
          action: { label: texts.sidebar.undo, onClick: undo },
        })
      })
      .catch(fail)
  }
}
