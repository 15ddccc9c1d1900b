import { failureText, focusBesideConversation, focusRestoredConversation, texts, undoMs } from '@livetype/ui'
import { useNavigate } from 'react-router'
import { useServices } from '../services.ts'

/** Deletes a conversation and offers for a while to undo that. */
export function useRemoveConversation(): (removed: { id: string; title: string; isCurrent: boolean }) => void {
  const { store, toaster } = useServices()
  const navigate = useNavigate()
  const fail = (what: string, error: unknown) => void toaster.create({ title: failureText(what, error), type: 'error' })

  return ({ id, title, isCurrent }) => {
    const focusBeside = focusBesideConversation(id)
    if (isCurrent) void navigate('/')
    const undo = () => {
      store.restore(id).then(
        () => {
          // The address itself: the row whose hooks would know it is gone. Who has moved on since stays there.
          if (isCurrent && window.location.pathname === '/') void navigate(`/c/${id}`)
          focusRestoredConversation(id)
        },
        (error: unknown) => fail(texts.errors.restoreFailed, error),
      )
    }
    store.remove(id).then(
      () =>
        toaster.create({
          title: texts.sidebar.deleted(title),
          type: 'info',
          duration: undoMs,
          action: { label: texts.sidebar.undo, onClick: undo },
        }),
      (error: unknown) => fail(texts.errors.deleteFailed, error),
    )
    focusBeside()
  }
}
