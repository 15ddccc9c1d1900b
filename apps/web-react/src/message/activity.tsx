import type { ReplyActivity } from '@livetype/client'
import { texts } from '@livetype/ui'

/** What a reply is doing. With a caret it stands where the first words will. */
export function Activity(props: { activity: ReplyActivity; modelName: string; hasCaret: boolean }) {
  const label = labelOf(props.activity, props.modelName)
  return (
    <p className="activity" data-activity={props.activity}>
      {props.hasCaret && <span className="caret" aria-hidden="true" />}
      <span className="activity-label">{label}</span>
    </p>
  )
}

function labelOf(activity: ReplyActivity, modelName: string): string {
  switch (activity) {
    case 'sending':
      return texts.activity.sending
    case 'waiting':
      return texts.activity.waitingFor(modelName)
    case 'thinking':
      return texts.activity.thinking
    case 'writing':
      return texts.activity.writing
    case 'reconnecting':
      return texts.activity.reconnecting
    case 'ended':
      return ''
  }
}
