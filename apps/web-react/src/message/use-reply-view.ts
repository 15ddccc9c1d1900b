import type { Observable, ReplyView } from '@livetype/client'
import { useEffect, useState } from 'react'
import { type ReplySource, useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'

const nothingYet: ReplyView = { parts: [], activity: 'waiting', isTyping: false }
const closed: Observable<ReplyView> = { get: () => nothingYet, subscribe: () => () => undefined }

/** A reply as it is typed, for as long as the component is on the page. */
export function useReplyView(conversationId: string, messageId: string): ReplyView {
  const { openReply } = useServices()
  const [source, setSource] = useState<ReplySource | null>(null)
  useEffect(() => {
    const opened = openReply(conversationId, messageId)
    setSource(opened)
    return () => {
      opened.dispose()
      setSource(null)
    }
  }, [openReply, conversationId, messageId])
  return useObservable(source ?? closed)
}
