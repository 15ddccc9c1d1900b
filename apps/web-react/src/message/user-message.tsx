import { attachmentsOf, textOf } from '@livetype/protocol'
import { focusEditAction, isLongText, sentenceOf, texts } from '@livetype/ui'
import { useCallback, useState } from 'react'
import { MessageAttachments } from '../attachments/message-attachments.tsx'
import { Icon } from '../controls/icon.tsx'
import { useTranscript } from '../conversation/use-transcript.ts'
import { useModels } from '../models/use-models.ts'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'
import { CopyAction } from './copy-action.tsx'
import { editPart } from './edit-part.ts'
import { FailedSend } from './failed-send.tsx'
import type { MessageProps, MessageSource } from './message.tsx'
import { useHasBeen } from './use-has-been.ts'
import { Versions } from './versions.tsx'

/** What a person sent: shown from the first moment, with what became of it. */
export function UserMessage({
  conversationId,
  messageId,
  source,
}: Omit<MessageProps, 'isLast'> & { source: MessageSource }) {
  const view = useObservable(source)
  const text = view ? textOf(view.message) : ''
  const readText = useCallback(() => text, [text])
  const isNews = useHasBeen(view?.delivery === 'sending')
  const [isEdited, setEdited] = useState(false)
  const EditForm = useObservable(editPart)
  const { store } = useServices()
  const { asked } = useModels()
  const { scrollToLatest } = useTranscript()
  if (!view) return null
  const attachments = attachmentsOf(view.message)
  /** Shows the form, at once or as soon as it is there. */
  const edit = () => {
    setEdited(true)
    editPart.load().catch(() => setEdited(false))
  }
  return (
    <article
      className="message"
      data-message-id={messageId}
      data-role="user"
      data-status={view.delivery}
      data-delivery={view.delivery}
    >
      <h2 className="visually-hidden">{texts.transcript.you}</h2>
      {isEdited && EditForm ? (
        <EditForm
          messageId={messageId}
          sentText={text}
          sentAttachments={attachments}
          label={texts.edit.label}
          submitLabel={texts.edit.send}
          onSubmit={(written) => {
            store.edit(conversationId, messageId, { ...written, ...asked })
            scrollToLatest()
          }}
          onCancel={() => focusEditAction(messageId)}
          onClose={() => setEdited(false)}
        />
      ) : (
        <>
          <div className="message-body">
            <MessageAttachments attachments={attachments} />
            {text !== '' && <Bubble text={text} />}
          </div>
          <div className="message-footer">
            {view.delivery === 'sending' && <span className="message-meta">{texts.delivery.sending}</span>}
            {view.delivery === 'sent' && (
              <div className="message-actions">
                {text !== '' && <CopyAction read={readText} />}
                <EditAction onEdit={edit} />
              </div>
            )}
            {view.delivery === 'failed' && (
              <FailedSend
                conversationId={conversationId}
                messageId={messageId}
                isNews={isNews}
                reason={sentenceOf(view.failure)}
              />
            )}
            <Versions conversationId={conversationId} messageId={messageId} />
          </div>
        </>
      )}
    </article>
  )
}

function EditAction({ onEdit }: { onEdit: () => void }) {
  return (
    <button
      type="button"
      className="action"
      data-action="edit"
      data-tooltip={texts.actions.edit}
      aria-label={texts.actions.edit}
      onClick={onEdit}
    >
      <Icon name="pencil" />
    </button>
  )
}

/** A long text scrolls inside its bubble; the keyboard has to be able to do so too. */
function Bubble({ text }: { text: string }) {
  if (!isLongText(text)) {
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
