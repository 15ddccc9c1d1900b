import { texts } from '@livetype/ui'
import { lazy, Suspense } from 'react'
import { Message } from '../message/message.tsx'
import { memo } from '../texts/memo.ts'

const Variations = lazy(async () => ({ default: (await import('../variations/variations.tsx')).Variations }))

/** The messages in their order, the last replies side by side where they are compared. New tokens render none of this. */
export const Messages = memo(function Messages(props: {
  conversationId: string
  messageIds: readonly string[]
  compared: readonly string[]
}) {
  const { compared } = props
  const lastId = props.messageIds.at(-1)
  return (
    <div className="messages" role="log" aria-live="off" aria-label={texts.transcript.label}>
      {props.messageIds.map((messageId) =>
        messageId === compared[0] ? (
          <Suspense key={messageId}>
            <Variations conversationId={props.conversationId} messageIds={compared} />
          </Suspense>
        ) : (
          <Message
            key={messageId}
            conversationId={props.conversationId}
            messageId={messageId}
            isLast={messageId === lastId}
          />
        ),
      )}
    </div>
  )
})
