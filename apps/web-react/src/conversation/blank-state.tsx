import { texts } from '@livetype/ui'
import { Link } from 'react-router'

/** Instead of a conversation: why there is none, and where to go on. */
export function BlankState({ title, body, onRetry }: { title: string; body: string; onRetry?: () => void }) {
  return (
    <section className="blank-state" role={onRetry ? 'alert' : undefined}>
      <h2>{title}</h2>
      <p>{body}</p>
      {onRetry ? (
        <button type="button" className="button" onClick={onRetry}>
          {texts.actions.retry}
        </button>
      ) : (
        <Link className="button" to="/">
          {texts.notFound.action}
        </Link>
      )}
    </section>
  )
}
