import { failureText, type TranscriptView } from '@livetype/ui'
import { createFind, findStep, laterTexts } from '@livetype/ui/later'
import { type KeyboardEvent, useEffect, useMemo } from 'react'
import { Icon } from '../controls/icon.tsx'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'

/** The search within the open conversation, in all of its messages. */
export function FindBar(props: { conversationId: string; transcript: TranscriptView; onClose: () => void }) {
  const { conversationId, transcript } = props
  const { store, toaster } = useServices()
  const find = useMemo(
    () =>
      createFind({
        transcript,
        conversation: store.conversation(conversationId),
        message: (messageId) => store.message(conversationId, messageId),
        readAll: () => store.readPath(conversationId),
        onReadFailed(error) {
          toaster.create({ title: failureText(laterTexts.find.readFailed, error), type: 'error' })
        },
      }),
    [store, toaster, conversationId, transcript],
  )
  useEffect(() => find.attach(), [find])
  const { query, count, number, isReading } = useObservable(find)
  const words = laterTexts.find
  const none = isReading ? words.reading : words.none
  const onKeyDown = (event: KeyboardEvent) => {
    const step = findStep(event.nativeEvent)
    // Enter on a button is that button's.
    if (step === undefined || (step !== 'close' && !(event.target instanceof HTMLInputElement))) return
    event.preventDefault()
    if (step === 'close') props.onClose()
    else find.step(step)
  }
  return (
    <search className="find-bar" onKeyDown={onKeyDown}>
      <input
        className="find-input"
        type="text"
        dir="auto"
        aria-label={words.label}
        placeholder={words.placeholder}
        autoComplete="off"
        spellCheck="false"
        enterKeyHint="search"
        value={query}
        onChange={(event) => find.search(event.target.value)}
      />
      <span className="find-count" aria-hidden="true">
        {query !== '' && (count === 0 ? none : words.place(number, count))}
      </span>
      <p className="visually-hidden" role="status">
        {query !== '' && (count === 0 ? none : words.announced(number, count))}
      </p>
      <FindButton icon="chevron-up" label={words.previous} isDisabled={count === 0} onClick={() => find.step(-1)} />
      <FindButton icon="chevron-down" label={words.next} isDisabled={count === 0} onClick={() => find.step(1)} />
      <FindButton icon="x" label={words.close} isDisabled={false} onClick={props.onClose} />
    </search>
  )
}

function FindButton(props: {
  icon: 'chevron-up' | 'chevron-down' | 'x'
  label: string
  isDisabled: boolean
  onClick: () => void
}) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={props.label}
      aria-disabled={props.isDisabled}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
    </button>
  )
}
