import type { Written } from '@livetype/client'
import { type Attachment, maxMessageTextLength } from '@livetype/protocol'
import { createComposerKeys, focusAtEnd, focusComposer, isCancelKey, pastedFiles, texts } from '@livetype/ui'
import { type ClipboardEvent, type FormEvent, useEffect, useRef } from 'react'
import { AttachButton } from '../attachments/attach-button.tsx'
import { trayPart } from '../attachments/tray-part.ts'
import { useEditTray } from '../attachments/use-edit-tray.ts'
import { useWaitForUploads } from '../attachments/use-wait-for-uploads.ts'
import { ComposerCount } from '../composer/composer-count.tsx'
import { useGrowth } from '../controls/use-growth.ts'
import { useServices } from '../services.ts'
import { useObservable, useSelected } from '../use-observable.ts'
import { useEditDraft } from './use-edit-draft.ts'

/** A message that was written, in the place where it is shown, to be written otherwise. */
export function EditForm(props: {
  readonly messageId: string
  readonly sentText: string
  readonly sentAttachments: readonly Attachment[]
  readonly label: string
  readonly submitLabel: string
  /** The form is closed already. */
  readonly onSubmit: (written: Written) => void
  /** After it was closed, to give the focus back. */
  readonly onCancel: () => void
  readonly onClose: () => void
}) {
  const { messageId } = props
  const { store } = useServices()
  const sendKey = useSelected(store.settings, (settings) => settings.sendKey)
  const input = useRef<HTMLTextAreaElement>(null)
  const [text, setText, forgetText] = useEditDraft(messageId, props.sentText)
  const { key, tray } = useEditTray(messageId, props.sentAttachments)
  const Tray = useObservable(trayPart)
  const hasAttachments = tray.view.attachments.length > 0 || tray.view.isUploading
  const canSend =
    (text.trim() !== '' || hasAttachments) && text.length <= maxMessageTextLength && tray.trays !== undefined
  const countId = `edit-count-${messageId}`
  useGrowth(input, text)
  useEffect(() => focusAtEnd(input.current), [])

  const forget = () => {
    forgetText()
    tray.trays?.clear(key)
  }
  const sendNow = () => {
    focusComposer()
    const attachments = tray.trays?.take(key) ?? props.sentAttachments
    forget()
    props.onClose()
    props.onSubmit({ text, attachments })
  }
  const [isWaiting, send] = useWaitForUploads(key, tray.view, () => canSend && sendNow())
  const onPaste = (event: ClipboardEvent) => {
    const files = pastedFiles(event.clipboardData)
    if (files.length === 0) return
    event.preventDefault()
    tray.add(files)
  }
  const cancel = () => {
    forget()
    props.onClose()
    props.onCancel()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }

  return (
    <form
      className="message-edit"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (isCancelKey(event.nativeEvent)) cancel()
      }}
    >
      <div className="message-body">
        {Tray && <Tray trayKey={key} tray={tray} onRemoved={() => focusAtEnd(input.current)} />}
        <textarea
          ref={input}
          className="message-edit-input"
          rows={1}
          dir="auto"
          aria-label={props.label}
          aria-describedby={countId}
          enterKeyHint={sendKey === 'enter' ? 'send' : 'enter'}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPaste={onPaste}
          onKeyDown={(event) => createComposerKeys({ onSend: send, sendKey: () => sendKey })(event.nativeEvent)}
        />
      </div>
      <div className="message-footer">
        <AttachButton onFiles={tray.add} />
        <ComposerCount id={countId} length={text.length} />
        <button type="button" className="button" onClick={cancel}>
          {texts.actions.cancel}
        </button>
        <button type="submit" className="button" data-primary disabled={!canSend}>
          {isWaiting ? texts.edit.waiting : props.submitLabel}
        </button>
      </div>
    </form>
  )
}
