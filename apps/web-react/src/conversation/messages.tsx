import { texts } from '@livetype/ui'
import { Message } from '../message/message.tsx'
import { memo } from '../texts/memo.ts'

/** The messages in their order. New tokens render none of this. */
export const Messages = memo(function Messages(props: { conversationId: string; messageIds: readonly string[] }) {
  const lastId = props.messageIds.at(-1)
  return (
    <div className="messages" role="log" aria-live="off" aria-label={texts.transcript.label}>
      {props.messageIds.map((messageId) => (
        <Message
          key={messageId}
          conversationId={props.conversationId}
          messageId={messageId}
          isLast={messageId === lastId}
        />
      ))}
    </div>
  )
})
