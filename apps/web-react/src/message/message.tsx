import type { MessageView, Observable } from '@livetype/client'
import { useMemo } from 'react'
import { useServices } from '../services.ts'
import { memo } from '../texts/memo.ts'
import { useSelected } from '../use-observable.ts'
import { AssistantMessage } from './assistant-message.tsx'
import { UserMessage } from './user-message.tsx'

export interface MessageProps {
  readonly conversationId: string
  readonly messageId: string
  /** Nothing follows it: it can be continued without changing what was answered. */
  readonly isLast: boolean
}

/** What a message's component reads: changes with every token of a reply. */
export type MessageSource = Observable<MessageView | undefined>

/** One message of the transcript. A token renders the block it extends, not the message. */
export const Message = memo(function Message({ conversationId, messageId, isLast }: MessageProps) {
  const { store } = useServices()
  const source = useMemo(() => store.message(conversationId, messageId), [store, conversationId, messageId])
  const role = useSelected(source, roleOf)
  if (role === undefined) return <UnreadMessage />
  const Role = role === 'user' ? UserMessage : AssistantMessage
  return <Role conversationId={conversationId} messageId={messageId} isLast={isLast} source={source} />
})

/** In the place of a message that is on its way, as high as most are. */
function UnreadMessage() {
  return (
    <div className="message-unread" aria-hidden="true">
      <div className="skeleton" />
      <div className="skeleton" />
      <div className="skeleton" />
    </div>
  )
}

function roleOf(view: MessageView | undefined) {
  return view?.message.role
}
