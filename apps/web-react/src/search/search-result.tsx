import type { TextSegment } from '@livetype/protocol'
import { formatAbsoluteTime, formatRelativeTime } from '@livetype/ui'
import type { SearchOption } from '@livetype/ui/later'
import { createElement, Fragment } from 'react'
import { Icon } from '../controls/icon.tsx'

/** A conversation or a message that was found, or the offer of more. */
export function SearchResult(props: {
  readonly option: SearchOption
  readonly isSelected: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}) {
  const { option } = props
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box above, as in every combobox
    // biome-ignore lint/a11y/useFocusableInteractive: the box above keeps the focus, as in every combobox
    <div
      id={option.id}
      className="search-result"
      role="option"
      data-kind={option.kind}
      aria-selected={props.isSelected}
      onPointerMove={props.onPoint}
      onClick={props.onChoose}
    >
      {option.kind === 'conversation' && (
        <>
          <Icon name="message-circle" />
          <span className="search-title" dir="auto">
            <Marked segments={option.title} />
          </span>
          <span className="search-meta">
            <FoundTime at={option.at} />
          </span>
        </>
      )}
      {option.kind === 'message' && (
        <>
          <span className="search-meta">
            <span>{option.author}</span>
            <FoundTime at={option.at} />
          </span>
          <span className="search-excerpt" dir="auto">
            <Marked segments={option.excerpt} />
          </span>
        </>
      )}
      {option.kind === 'more' && option.label}
    </div>
  )
}

function FoundTime({ at }: { at: number }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={formatAbsoluteTime(at)}>
      {formatRelativeTime(at, Date.now())}
    </time>
  )
}

function Marked({ segments }: { segments: readonly TextSegment[] }) {
  const pieces = segments.map(({ text, isMatch }) => createElement(isMatch ? 'mark' : 'span', null, text))
  return createElement(Fragment, null, ...pieces)
}
