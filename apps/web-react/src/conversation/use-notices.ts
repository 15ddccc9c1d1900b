import { createLatePart } from '@livetype/ui'
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'

/** What tells of long replies. */
const notices = createLatePart(() => import('@livetype/ui/later'))

/** Tells outside of the page that a long reply of the open conversation is ready, where a person wants that. */
export function useNotices(conversationId: string | null): void {
  const { store, notices: kept } = useServices()
  const part = useObservable(notices)
  const isKept = useObservable(kept) === 'on'
  const navigate = useNavigate()

  useEffect(() => {
    if (isKept) void notices.load()
  }, [isKept])
  useEffect(() => {
    if (!part || !isKept || conversationId === null || part.noticeChoice('on') !== 'on') return
    return part.watchForNotices({
      conversationId,
      view: store.conversation(conversationId),
      message: (id) => store.message(conversationId, id).get(),
      isWanted: () => part.noticeChoice(kept.get()) === 'on',
      open: () => void navigate(`/c/${conversationId}`),
    })
  }, [part, isKept, store, kept, conversationId, navigate])
}
