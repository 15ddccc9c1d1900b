import type { Written } from '@livetype/client'
import { maxMessageTextLength } from '@livetype/protocol'
import {
  composerHint,
  createComposerKeys,
  editLastQueued,
  focusComposer,
  focusComposerIfLost,
  isEditLastKey,
  pastedFiles,
  texts,
} from '@livetype/ui'
import { type ClipboardEvent, type FormEvent, type KeyboardEvent, type RefObject, useEffect } from 'react'
import { AttachButton } from '../attachments/attach-button.tsx'
import { trayPart } from '../attachments/tray-part.ts'
import { useTray } from '../attachments/use-tray.ts'
import { useWaitForUploads } from '../attachments/use-wait-for-uploads.ts'
import { Icon } from '../controls/icon.tsx'
import { useGrowth } from '../controls/use-growth.ts'
import { ModelPicker } from '../models/model-picker.tsx'
import { slashPart } from '../prompts/slash-part.ts'
import { useServices } from '../services.ts'
import { useObservable, useSelected } from '../use-observable.ts'
import { ComposerCount } from './composer-count.tsx'
import { useDraft } from './use-draft.ts'

/** Where a person writes. Stays usable while a reply is written. */
export function Composer(props: {
  readonly conversationId: string | null
  readonly isStreaming: boolean
  readonly inputRef: RefObject<HTMLTextAreaElement | null>
  readonly onSend: (written: Written) => void
  readonly onStop: () => void
}) {
  const { store } = useServices()
  const sendKey = useSelected(store.settings, (settings) => settings.sendKey)
  const { conversationId } = props
  const [text, setText] = useDraft(conversationId)
  const tray = useTray(conversationId)
  const Tray = useObservable(trayPart)
  const Slash = useObservable(slashPart)
  const hasAttachments = tray.view.attachments.length > 0 || tray.view.isUploading
  const canSend = (text.trim() !== '' || hasAttachments) && text.length <= maxMessageTextLength && !tray.isComing
  useGrowth(props.inputRef, text)
  // The Stop button goes with the reply, and with it the focus it may have had.
  useEffect(() => {
    if (!props.isStreaming) focusComposerIfLost()
  }, [props.isStreaming])

  const sendNow = () => {
    setText('')
    props.onSend({ text, attachments: tray.trays?.take(conversationId) ?? [] })
  }
  const [isWaiting, send] = useWaitForUploads(conversationId, tray.view, () => canSend && sendNow())
  const onPaste = (event: ClipboardEvent) => {
    const files = pastedFiles(event.clipboardData)
    if (files.length === 0) return
    event.preventDefault()
    tray.add(files)
  }
  const onKeyDown = ({ nativeEvent }: KeyboardEvent) => {
    if (isEditLastKey(nativeEvent, text) && editLastQueued()) nativeEvent.preventDefault()
    else createComposerKeys({ onSend: send, sendKey: () => sendKey })(nativeEvent)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }

  const sendLabel = props.isStreaming ? texts.composer.queue : texts.composer.send

  return (
    <form className="composer" data-state={props.isStreaming ? 'streaming' : 'idle'} onSubmit={submit}>
      <label className="visually-hidden" htmlFor="composer-input">
        {texts.composer.label}
      </label>
      {Tray && <Tray key={conversationId} trayKey={conversationId} tray={tray} takesDrops onRemoved={focusComposer} />}
      <textarea
        id="composer-input"
        ref={props.inputRef}
        className="composer-input"
        rows={1}
        dir="auto"
        placeholder={texts.composer.placeholder}
        aria-describedby="composer-hint composer-count"
        enterKeyHint={sendKey === 'enter' ? 'send' : 'enter'}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          if (event.target.value.startsWith('/')) void slashPart.load()
        }}
        onPaste={onPaste}
        onKeyDown={onKeyDown}
      />
      {Slash && <Slash inputRef={props.inputRef} text={text} />}
      <div className="composer-bar">
        <AttachButton onFiles={tray.add} />
        <ModelPicker />
        <p id="composer-hint" className="composer-hint">
          {composerHint(sendKey, props.isStreaming)}
        </p>
        <ComposerCount id="composer-count" length={text.length} />
        {props.isStreaming && (
          <button
            type="button"
            className="stop-button"
            aria-label={texts.composer.stop}
            data-tooltip={texts.composer.stop}
            onClick={props.onStop}
          >
            <Icon name="square" />
          </button>
        )}
        <button
          type="submit"
          className="send-button"
          data-state={isWaiting ? 'waiting' : 'idle'}
          aria-label={isWaiting ? texts.composer.sendWhenUploaded : sendLabel}
          data-tooltip={sendLabel}
          disabled={!canSend}
        >
          <Icon name={isWaiting ? 'loader-circle' : 'arrow-up'} />
        </button>
      </div>
    </form>
  )
}
