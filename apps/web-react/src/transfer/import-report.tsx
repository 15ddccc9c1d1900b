import type { ImportReport as Report } from '@livetype/protocol'
import { type ImportGroup, importReportWords, laterTexts } from '@livetype/ui/later'
import { Link } from 'react-router'
import { Failure } from '../message/failure.tsx'

/** What became of a file: in a sentence for each kind, then conversation by conversation. */
export function ImportReport(props: { name: string; report: Report; onLeave: () => void }) {
  const words = importReportWords(props.report)
  return (
    <div className="import-report">
      {words.problem !== undefined && <Failure isNews text={words.problem} />}
      {words.summary.length > 0 && (
        <p className="import-name" dir="auto">
          {laterTexts.data.done(props.name)}
        </p>
      )}
      <ul className="import-summary">
        {words.summary.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {words.groups.map((group) => (
        <Group key={group.id} group={group} onLeave={props.onLeave} />
      ))}
      {words.unlisted !== undefined && <p className="field-note">{words.unlisted}</p>}
    </div>
  )
}

function Group({ group, onLeave }: { group: ImportGroup; onLeave: () => void }) {
  return (
    <details className="import-group" open={group.isOpen} data-outcome={group.id}>
      <summary>{group.label}</summary>
      <ul>
        {group.items.map(({ key, title, conversationId, notes }) => (
          <li key={key} className="import-item">
            {conversationId === undefined ? (
              <span dir="auto">{title}</span>
            ) : (
              <Link to={`/c/${conversationId}`} dir="auto" onClick={onLeave}>
                {title}
              </Link>
            )}
            {notes.map((note) => (
              <p key={note} className="field-note">
                {note}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}
