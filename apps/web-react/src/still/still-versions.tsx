import { texts, type VersionStep, versionPlace, versionStep } from '@livetype/ui'
import { Icon } from '../controls/icon.tsx'

/** Which version of a message is shown, and the way to the others, which changes what is seen here alone. */
export function StillVersions(props: {
  readonly ids: readonly string[]
  readonly messageId: string
  readonly onChoose: (messageId: string) => void
}) {
  const place = versionPlace(props.ids, props.messageId)
  if (!place) return null
  const choose = (step: VersionStep) => {
    const id = place[step]
    if (id !== undefined) props.onChoose(id)
  }
  const button = (step: VersionStep) => (
    <button
      type="button"
      className="action"
      data-step={step}
      data-tooltip={texts.versions[step]}
      aria-label={texts.versions[step]}
      aria-disabled={place[step] === undefined}
      onClick={() => choose(step)}
      onKeyDown={(event) => {
        const pressed = versionStep(event.nativeEvent, getComputedStyle(event.currentTarget).direction)
        if (pressed === null) return
        event.preventDefault()
        choose(pressed)
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
