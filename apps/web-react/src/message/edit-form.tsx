import { maxMessageTextLength } from '@livetype/protocol'
import { createComposerKeys, focusAtEnd, focusComposer, focusEditAction, isCancelKey, texts } from '@livetype/ui'
import { type FormEvent, useEffect, useRef } from 'react'
import { ComposerCount } from '../composer/composer-count.tsx'
import { useGrowth } from '../controls/use-growth.ts'
import { useTranscript } from '../conversation/use-transcript.ts'
import { useModels } from '../models/use-models.ts'
import { useServices } from '../services.ts'
import { useSelected } from '../use-observable.ts'
import { useEditDraft } from './use-edit-draft.ts'

/** A message in the place of its bubble, to be sent in another version. What followed stays with the one it followed. */
export function EditForm(props: { conversationId: string; messageId: string; sentText: string; onClose: () => void }) {
  const { conversationId, messageId } = props
  const { store } = useServices()
  const sendKey = useSelected(store.settings, (settings) => settings.sendKey)
  const { asked } = useModels()
  const { scrollToLatest } = useTranscript()
  const input = useRef<HTMLTextAreaElement>(null)
  const [text, setText, forget] = useEditDraft(messageId, props.sentText)
  const canSend = text.trim() !== '' && text.length <= maxMessageTextLength
  const countId = `edit-count-${messageId}`
  useGrowth(input, text)
  useEffect(() => focusAtEnd(input.current), [])

  const send = () => {
    if (!canSend) return
    focusComposer()
    forget()
    props.onClose()
    store.edit(conversationId, messageId, { text, ...asked })
    scrollToLatest()
  }
  const cancel = () => {
    forget()
    props.onClose()
    focusEditAction(messageId)
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
        <textarea
          ref={input}
          className="message-edit-input"
          rows={1}
          dir="auto"
          aria-label={texts.edit.label}
          aria-describedby={countId}
          enterKeyHint={sendKey === 'enter' ? 'send' : 'enter'}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => createComposerKeys({ onSend: send, sendKey: () => sendKey })(event.nativeEvent)}
        />
      </div>
      <div className="message-footer">
        <ComposerCount id={countId} length={text.length} />
        <button type="button" className="button" onClick={cancel}>
          {texts.actions.cancel}
        </button>
        <button type="submit" className="button" data-primary disabled={!canSend}>
          {texts.edit.send}
        </button>
      </div>
    </form>
  )
}
