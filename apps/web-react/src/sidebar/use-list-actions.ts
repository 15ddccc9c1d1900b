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
import { useNavigate } from 'react-router'
import { useServices } from '../services.ts'

/** What a person does to conversations of the list. What takes them out of sight can be undone for a while. */
export interface ListActions {
  remove(conversations: readonly ConversationSummary[]): void
  archive(conversations: readonly ConversationSummary[], isArchived: boolean): void
  /** Puts it on the clipboard, and says so. */
  copyMarkdown(conversationId: string): void
  file(conversationIds: readonly string[], changes: FilingChanges): void
}

/** @see ListActions */
export function useListActions(): ListActions {
  const { store, toaster } = useServices()
  const navigate = useNavigate()
  const fail = (what: string) => (error: unknown) => {
    toaster.create({ title: failureText(what, error), type: 'error' })
  }
  const offerUndo = (title: string, undo: () => void) => {
    toaster.create({ title, type: 'info', duration: undoMs, action: { label: texts.sidebar.undo, onClick: undo } })
  }

  return {
    remove(conversations) {
      const ids = conversations.map(({ id }) => id)
      const focusBeside = focusBesideConversations(ids)
      const current = ids.find((id) => window.location.pathname === `/c/${id}`)
      if (current !== undefined) void navigate('/')
      const undo = () => {
        store.restore(...ids).then(() => {
          // The address itself: the row whose hooks would know it is gone. Who has moved on since stays there.
          if (current !== undefined && window.location.pathname === '/') void navigate(`/c/${current}`)
          focusRestoredConversation(current ?? ids[0] ?? '')
        }, fail(texts.errors.restoreFailed))
      }
      store
        .remove(...ids)
        .then(() => offerUndo(nameConversations(conversations, texts.sidebar.deleted, texts.sidebar.deletedMany), undo))
        .catch(fail(texts.errors.deleteFailed))
      focusBeside()
    },
    archive(conversations, isArchived) {
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
    copyMarkdown(conversationId) {
      void copyConversation(conversationId).then((isCopied) => {
        if (isCopied) toaster.create({ title: texts.actions.copied, type: 'info' })
        else toaster.create({ title: texts.actions.copyFailed, type: 'error' })
      })
    },
    file(conversationIds, changes) {
      store.file(conversationIds, changes).catch(fail(texts.errors.filingFailed))
    },
  }
}
