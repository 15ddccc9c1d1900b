import type { ConversationSummary, FilingChanges } from '@livetype/protocol'
import {
  copyConversation,
  failureText,
  focusBesideConversations,
  focusRestoredConversation,
  nameConversations,
  texts,
  undoMs,
} from '@livetype/ui'
import { useRoute, useRouter } from 'vue-router'
import { useServices } from '../services/services.ts'

/** What a person does to conversations of the list. What takes them out of sight can be undone for a while. */
export function useListActions() {
  const { store, toaster } = useServices()
  const route = useRoute()
  const router = useRouter()
  const fail = (what: string) => (error: unknown) => {
    toaster.error({ title: failureText(what, error) })
  }
  const offerUndo = (title: string, undo: () => void) => {
    toaster.create({ title, type: 'info', duration: undoMs, action: { label: texts.sidebar.undo, onClick: undo } })
  }

  return {
    remove(conversations: readonly ConversationSummary[]) {
      const ids = conversations.map(({ id }) => id)
      const focusBeside = focusBesideConversations(ids)
      const current = ids.find((id) => id === route.params.conversationId)
      if (current !== undefined) void router.push('/')
      const undo = () => {
        store.restore(...ids).then(() => {
          // Who has moved on since stays there.
          if (current !== undefined && route.path === '/') void router.push(`/c/${current}`)
          focusRestoredConversation(current ?? ids[0] ?? '')
        }, fail(texts.errors.restoreFailed))
      }
      store
        .remove(...ids)
        .then(() => offerUndo(nameConversations(conversations, texts.sidebar.deleted, texts.sidebar.deletedMany), undo))
        .catch(fail(texts.errors.deleteFailed))
      focusBeside()
    },
    archive(conversations: readonly ConversationSummary[], isArchived: boolean) {
      const ids = conversations.map(({ id }) => id)
      const focusBeside = focusBesideConversations(ids)
      const undo = () => {
        store
          .file(ids, { isArchived: !isArchived })
          .then(() => focusRestoredConversation(ids[0] ?? ''), fail(texts.errors.filingFailed))
      }
      const title = isArchived
        ? nameConversations(conversations, texts.sidebar.archived, texts.sidebar.archivedMany)
        : nameConversations(conversations, texts.sidebar.unarchived, texts.sidebar.unarchivedMany)
      store
        .file(ids, { isArchived })
        .then(() => offerUndo(title, undo))
        .catch(fail(texts.errors.filingFailed))
      focusBeside()
    },
    copyMarkdown(conversationId: string) {
      void copyConversation(conversationId).then((isCopied) => {
        if (isCopied) toaster.create({ title: texts.actions.copied, type: 'info' })
        else toaster.error({ title: texts.actions.copyFailed })
      })
    },
    file(conversationIds: readonly string[], changes: FilingChanges) {
      store.file(conversationIds, changes).catch(fail(texts.errors.filingFailed))
    },
  }
}
