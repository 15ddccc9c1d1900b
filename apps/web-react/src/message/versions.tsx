import { failureText, holdVersions, texts, type VersionStep, versionPlace, versionStep } from '@livetype/ui'
import { Icon } from '../controls/icon.tsx'
import { useConversation } from '../conversation/use-conversation.ts'
import { useServices } from '../services.ts'
import { useSelected } from '../use-observable.ts'

/** Which version of a message is shown, and the way to the others. Nothing where it has no siblings. */
export function Versions({ conversationId, messageId }: { conversationId: string; messageId: string }) {
  const { store, toaster } = useServices()
  const ids = useSelected(useConversation(conversationId), (view) =>
    view.status === 'ready' ? view.branches.get(messageId) : undefined,
  )
  const place = versionPlace(ids, messageId)
  if (!place) return null

  const choose = (step: VersionStep, control: HTMLElement) => {
    const chosen = place[step]
    if (chosen === undefined) return
    const handOver = holdVersions(control)
    handOver(chosen)
    store.chooseBranch(conversationId, chosen).catch((error: unknown) => {
      handOver(messageId)
      toaster.create({ title: failureText(texts.errors.chooseBranchFailed, error), type: 'error' })
    })
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
