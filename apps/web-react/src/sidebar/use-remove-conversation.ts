import { texts } from '@livetype/ui'
import { useNavigate } from 'react-router'
import { useServices } from '../services.ts'

const undoMs = 8000

/** Deletes a conversation and offers for a while to undo that. */
export function useRemoveConversation(): (removed: { id: string; title: string; isCurrent: boolean }) => void {
  const { store, toaster } = useServices()
  const navigate = useNavigate()
  const fail = (title: string) => void toaster.create({ title, type: 'error' })

  return ({ id, title, isCurrent }) => {
    if (isCurrent) void navigate('/')
    const undo = () => {
      store.restore(id).then(
        () => isCurrent && navigate(`/c/${id}`),
        () => fail(texts.errors.restoreFailed),
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
      () => fail(texts.errors.deleteFailed),
    )
  }
}
