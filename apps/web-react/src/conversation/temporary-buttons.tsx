import { texts } from '@livetype/ui'
import { Icon } from '../controls/icon.tsx'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'

/** Lets the conversation to come be temporary, or not. */
export function TemporaryToggle() {
  const { temporaryDraft } = useServices()
  const isOn = useObservable(temporaryDraft)
  return (
    <button
      type="button"
      className="icon-button topbar-temporary"
      aria-label={texts.temporary.title}
      aria-pressed={isOn}
      data-tooltip={texts.temporary.title}
      onClick={() => temporaryDraft.set(!isOn)}
    >
      <Icon name="message-circle-dashed" />
    </button>
  )
}

/** Makes a temporary conversation one like all others. */
export function KeepButton({ onKeep }: { onKeep: () => void }) {
  return (
    <button type="button" className="button topbar-keep" onClick={onKeep}>
      <Icon name="bookmark" />
      <span>{texts.temporary.keep}</span>
    </button>
  )
}
