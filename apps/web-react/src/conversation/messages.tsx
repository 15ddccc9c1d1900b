import { texts } from '@livetype/ui'
import { lazy, Suspense, useCallback } from 'react'
import { Message } from '../message/message.tsx'
import { memo } from '../texts/memo.ts'
import { useObservable } from '../use-observable.ts'
import { useTranscript } from './use-transcript.ts'

const Variations = lazy(async () => ({ default: (await import('../variations/variations.tsx')).Variations }))

/**
 * The messages that are in sight or near it, in their order; the last replies side by side where they are compared.
 * New tokens render none of this.
 */
export const Messages = memo(function Messages(props: {
  conversationId: string
  messageIds: readonly string[]
  compared: readonly string[]
}) {
  const { compared, conversationId, messageIds } = props
  const { attachRows, rows } = useTranscript()
  const attach = useCallback((list: HTMLElement | null) => (list ? attachRows(list) : undefined), [attachRows])
  const drawnIds = useObservable(rows)
  const firstId = messageIds[0]
  const lastId = messageIds.at(-1)
  return (
    <div ref={attach} className="messages" role="log" aria-live="off" aria-label={texts.transcript.label}>
      {drawnIds.map((messageId) => (
        <div
          key={messageId}
          className="message-row"
          data-row={messageId}
          data-first={messageId === firstId || undefined}
          data-last={messageId === lastId || undefined}
        >
          {messageId === compared[0] ? (
            <Suspense>
              <Variations conversationId={conversationId} messageIds={compared} />
            </Suspense>
          ) : (
            <Message conversationId={conversationId} messageId={messageId} isLast={messageId === lastId} />
          )}
        </div>
      ))}
    </div>
  )
})
