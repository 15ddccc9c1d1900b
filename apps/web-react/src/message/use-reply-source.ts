import type { Observable, ReplyView } from '@livetype/client'
import { useMemo } from 'react'
import { useServices } from '../services.ts'

/**
 * A reply as it is typed. It changes with every frame: only what shows its text listens to all of it. It holds no
 * timers once nobody listens, so unmounting is all it takes to end it.
 */
export function useReplySource(conversationId: string, messageId: string): Observable<ReplyView> {
  const { openReply } = useServices()
  return useMemo(() => openReply(conversationId, messageId), [openReply, conversationId, messageId])
}

export function activityOf({ activity }: ReplyView): ReplyView['activity'] {
  return activity
}

export function hasText({ parts }: ReplyView): boolean {
  return parts.length > 0
}
