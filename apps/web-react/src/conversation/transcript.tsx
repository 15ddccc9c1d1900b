import { focusTranscript, type TranscriptView, texts } from '@livetype/ui'
import { type ReactNode, useCallback } from 'react'
import { Icon } from '../controls/icon.tsx'
import { FindPlace } from '../find/find-place.tsx'
import { useObservable } from '../use-observable.ts'
import { TranscriptContext } from './use-transcript.ts'

/** The one scroller. It follows growing text, where there is a view of a conversation, only while the reader is at the end. */
export function Transcript({ children, view }: { readonly children: ReactNode; readonly view: TranscriptView | null }) {
  const attach = useCallback((scroller: HTMLElement | null) => (scroller ? view?.attach(scroller) : undefined), [view])
  return (
    <div className="transcript-frame">
      <div
        ref={attach}
        className="transcript"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it
        tabIndex={0}
        role="region"
        aria-label={texts.transcript.label}
      >
        <div className="transcript-content">
          <TranscriptContext value={view}>{children}</TranscriptContext>
        </div>
      </div>
      {view && <FindPlace conversationId={view.conversationId} transcript={view} />}
      {view && <JumpToLatest view={view} />}
    </div>
  )
}

function JumpToLatest({ view }: { view: TranscriptView }) {
  const isFollowing = useObservable(view.isFollowing)
  return (
    <button
      type="button"
      className="jump-to-latest"
      data-tooltip={texts.transcript.jumpToLatest}
      data-state={isFollowing ? 'hidden' : 'shown'}
      inert={isFollowing}
      onClick={() => {
        focusTranscript()
        view.scrollToLatest()
      }}
    >
      <Icon name="arrow-down" />
      <span>{texts.transcript.jumpToLatest}</span>
    </button>
  )
}
