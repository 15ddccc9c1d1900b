import type { SearchView } from '@livetype/client/search'
import { failureText, texts } from '@livetype/ui'
import { laterTexts, searchAnnouncement } from '@livetype/ui/later'

/** What is to be said of a search, below its results. */
export function SearchNotes({ view, onRetry }: { view: SearchView; onRetry: () => void }) {
  const words = laterTexts.search
  switch (view.status) {
    case 'idle':
      return (
        <ul className="search-syntax">
          {words.syntax.map(({ example, meaning }) => (
            <li key={example}>
              <code>{example}</code>
              <span>{meaning}</span>
            </li>
          ))}
        </ul>
      )
    case 'searching':
      return <p className="search-note">{words.searching}</p>
    case 'failed':
      return <FailedNote what={failureText(words.failed, view.error)} onRetry={onRetry} />
    case 'ready':
      if (view.groups.length === 0) {
        return <p className="search-note">{`${words.none} ${words.noneHint}`}</p>
      }
      if (view.next === 'failed') return <FailedNote what={words.nextFailed} onRetry={onRetry} />
      return <p className="search-note">{view.next === 'loading' ? words.loadingMore : searchAnnouncement(view)}</p>
  }
}

function FailedNote({ what, onRetry }: { what: string; onRetry: () => void }) {
  return (
    <div className="search-note" role="alert">
      <p>{what}</p>
      <button type="button" className="button" onClick={onRetry}>
        {texts.actions.retry}
      </button>
    </div>
  )
}
