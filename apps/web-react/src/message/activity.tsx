import type { ReplyActivity } from '@livetype/client'
import { activityLabel } from '@livetype/ui'

/** What a reply is doing. With a caret it stands where the first words will. */
export function Activity(props: { activity: ReplyActivity; modelName: string; hasCaret: boolean }) {
  return (
    <p className="activity" data-activity={props.activity}>
      {props.hasCaret && <span className="caret" aria-hidden="true" />}
      <span className="activity-label">{activityLabel(props.activity, props.modelName)}</span>
    </p>
  )
}
