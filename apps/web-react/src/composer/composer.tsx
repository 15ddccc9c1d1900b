import { maxMessageTextLength } from '@livetype/protocol'
import { composerHint, createComposerKeys, focusComposerIfLost, texts } from '@livetype/ui'
import { type FormEvent, type RefObject, useEffect } from 'react'
import { Icon } from '../controls/icon.tsx'
import { useGrowth } from '../controls/use-growth.ts'
import { ModelPicker } from '../models/model-picker.tsx'
import { useServices } from '../services.ts'
import { useSelected } from '../use-observable.ts'
import { ComposerCount } from './composer-count.tsx'
import { useDraft } from './use-draft.ts'

/** Where a person writes. Stays usable while a reply is written. */
export function Composer(props: {
  readonly conversationId: string | null
  readonly isStreaming: boolean
  readonly inputRef: RefObject<HTMLTextAreaElement | null>
  readonly onSend: (text: string) => void
  readonly onStop: () => void
}) {
  const { store } = useServices()
  const sendKey = useSelected(store.settings, (settings) => settings.sendKey)
  const [text, setText] = useDraft(props.conversationId)
  const canSend = text.trim() !== '' && text.length <= maxMessageTextLength
  useGrowth(props.inputRef, text)
  // The Stop button goes with the reply, and with it the focus it may have had.
  useEffect(() => {
    if (!props.isStreaming) focusComposerIfLost()
  }, [props.isStreaming])

  const send = () => {
    if (!canSend) return
    setText('')
    props.onSend(text)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }

  return (
    <form className="composer" data-state={props.isStreaming ? 'streaming' : 'idle'} onSubmit={submit}>
      <label className="visually-hidden" htmlFor="composer-input">
        {texts.composer.label}
      </label>
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
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => createComposerKeys({ onSend: send, sendKey: () => sendKey })(event.nativeEvent)}
      />
      <div className="composer-bar">
        <ModelPicker />
        <p id="composer-hint" className="composer-hint">
          {composerHint(sendKey)}
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
          aria-label={texts.composer.send}
          data-tooltip={texts.composer.send}
          disabled={!canSend}
        >
          <Icon name="arrow-up" />
        </button>
      </div>
    </form>
  )
}
