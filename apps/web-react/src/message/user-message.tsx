import { textOf } from '@livetype/protocol'
import { texts } from '@livetype/ui'
import { useCallback } from 'react'
import { useObservable } from '../use-observable.ts'
import { CopyAction } from './copy-action.tsx'
import { FailedSend } from './failed-send.tsx'
import type { MessageProps, MessageSource } from './message.tsx'

/** What a person sent: shown from the first moment, with what became of it. */
export function UserMessage({ conversationId, messageId, source }: MessageProps & { source: MessageSource }) {
  const view = useObservable(source)
  const text = view ? textOf(view.message) : ''
  const readText = useCallback(() => text, [text])
  if (!view) return null
  return (
    <article
      className="message"
      data-message-id={messageId}
      data-role="user"
      data-status={view.delivery}
      data-delivery={view.delivery}
    >
      <h2 className="visually-hidden">{texts.transcript.you}</h2>
      <div className="message-body">
        <Bubble text={text} />
      </div>
      <div className="message-footer">
        {view.delivery === 'sending' && <span className="message-meta">{texts.delivery.sending}</span>}
        {view.delivery === 'sent' && (
          <div className="message-actions">
            <CopyAction read={readText} />
          </div>
        )}
        {view.delivery === 'failed' && (
          <FailedSend conversationId={conversationId} messageId={messageId} reason={view.failure.message} />
        )}
      </div>
    </article>
  )
}

/** A long text scrolls inside its bubble; the keyboard has to be able to do so too. */
function Bubble({ text }: { text: string }) {
  if (!isLong(text)) {
    return (
      <div className="bubble" dir="auto">
        {text}
      </div>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it
    <div className="bubble" dir="auto" data-long tabIndex={0} role="group" aria-label={texts.transcript.you}>
      {text}
    </div>
  )
}

function isLong(text: string): boolean {
  return text.length > 1000 || text.split('\n', 13).length > 12
}
