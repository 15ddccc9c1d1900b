import { texts, type VersionStep, versionPlace, versionStep } from '@livetype/ui'
import { Icon } from '../controls/icon.tsx'

/** Which version of a message is shown, and the way to the others. Nothing where there is no other. */
export function VersionSwitch(props: {
  /** All versions, the oldest first. */
  readonly ids: readonly string[] | undefined
  readonly messageId: string
  /** `control`: what was pressed. */
  readonly onChoose: (messageId: string, control: HTMLElement) => void
}) {
  const place = versionPlace(props.ids, props.messageId)
  if (!place) return null
  const choose = (step: VersionStep, control: HTMLElement) => {
    const id = place[step]
    if (id !== undefined) props.onChoose(id, control)
  }
  const button = (step: VersionStep) => (
    <button
      type="button"
      className="action"
      data-step={step}
      data-tooltip={texts.versions[step]}
      aria-label={texts.versions[step]}
      aria-disabled={place[step] === undefined}
      onClick={(event) => choose(step, event.currentTarget)}
      onKeyDown={(event) => {
        const pressed = versionStep(event.nativeEvent, getComputedStyle(event.currentTarget).direction)
        if (pressed === null) return
        event.preventDefault()
        choose(pressed, event.currentTarget)
      }}
    >
      <Icon name={step === 'previous' ? 'chevron-left' : 'chevron-right'} />
    </button>
  )
  return (
    <div className="versions" role="group" aria-label={texts.versions.label(place.number, place.count)}>
      {button('previous')}
      <span className="versions-place" aria-hidden="true">
        {texts.versions.place(place.number, place.count)}
      </span>
      {button('next')}
    </div>
  )
}
