import { leaveFootnote, showFootnote, texts } from '@livetype/ui'
import { createContext, type ReactNode, useContext } from 'react'
import { Icon } from '../controls/icon.tsx'

/** What the ids of footnotes begin with: each text has its own. */
export const FootnoteContext = createContext('')

/** The mark of a footnote in the text. */
export function FootnoteMark({ label }: { label: string }) {
  const prefix = useContext(FootnoteContext)
  return (
    <sup className="footnote-mark">
      <a
        href={`#${prefix}${encodeURIComponent(label)}`}
        data-footnote={label}
        aria-label={texts.footnote.mark(label)}
        onClick={(event) => {
          event.preventDefault()
          showFootnote(event.currentTarget)
        }}
      >
        {label}
      </a>
    </sup>
  )
}

/** What a footnote says, with the way back. */
export function Footnote({ label, children }: { label: string; children: ReactNode }) {
  const prefix = useContext(FootnoteContext)
  return (
    <div
      className="footnote"
      id={`${prefix}${encodeURIComponent(label)}`}
      data-footnote={label}
      role="note"
      aria-label={texts.footnote.mark(label)}
      tabIndex={-1}
    >
      <span className="footnote-label" aria-hidden="true">
        {label}
      </span>
      <div className="footnote-text">{children}</div>
      <button
        type="button"
        className="action footnote-back"
        aria-label={texts.footnote.back}
        data-tooltip={texts.footnote.back}
        onClick={(event) => leaveFootnote(event.currentTarget)}
      >
        <Icon name="arrow-up" />
      </button>
    </div>
  )
}
