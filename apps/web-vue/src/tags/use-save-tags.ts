import type { ConversationSummary } from '@livetype/protocol'
import { failureText, texts, undoMs } from '@livetype/ui'
import { saveTags, type TagForm } from '@livetype/ui/later'
import { useServices } from '../services/services.ts'

/** Gives conversations their tags; for a while that can be undone. */
export function useSaveTags(): (conversations: readonly ConversationSummary[], form: TagForm) => void {
  const { store, toaster } = useServices()
  return (conversations, form) =>
    saveTags(conversations, form, {
      file: (ids, changes) => store.file(ids, changes),
      say(title, undo) {
        toaster.create({ title, type: 'info', duration: undoMs, action: { label: texts.sidebar.undo, onClick: undo } })
      },
      fail(error) {
        toaster.error({ title: failureText(texts.errors.filingFailed, error) })
      },
    })
}
