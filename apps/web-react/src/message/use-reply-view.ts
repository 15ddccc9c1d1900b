import type { ReplyView } from '@livetype/client'
import { useMemo } from 'react'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'

/** A reply as it is typed. It holds no timers once nobody listens, so unmounting is all it takes to end it. */
export function useReplyView(conversationId: string, messageId: string): ReplyView {
  const { openReply } = useServices()
  return useObservable(useMemo(() => openReply(conversationId, messageId), [openReply, conversationId, messageId]))
}
