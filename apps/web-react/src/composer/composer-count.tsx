import { maxMessageTextLength } from '@livetype/protocol'
import { texts } from '@livetype/ui'

/** How much room is left, once the limit is near. */
export function ComposerCount({ length }: { length: number }) {
  const rest = maxMessageTextLength - length
  const state = rest < 0 ? 'over' : rest <= maxMessageTextLength / 10 ? 'near' : 'quiet'
  return (
    <p id="composer-count" className="composer-count" role="status" data-state={state}>
      {state === 'over' && texts.composer.tooLong(-rest)}
      {state === 'near' && texts.composer.remaining(rest)}
    </p>
  )
}
