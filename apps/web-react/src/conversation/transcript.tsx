import { createFollowScroll, type FollowScroll, focusTranscript, texts } from '@livetype/ui'
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { Icon } from '../controls/icon.tsx'
import { TranscriptContext } from './use-transcript.ts'

/** The one scroller. It follows growing text, if it is to, only while the reader is at the end. */
export function Transcript(props: {
  readonly children: ReactNode
  readonly isFollowed: boolean
  readonly followRef?: RefObject<FollowScroll | null>
}) {
  const { followRef, isFollowed } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [isFollowing, setFollowing] = useState(true)

  useEffect(() => {
    if (!scroller.current || !isFollowed) return
    const follow = createFollowScroll(scroller.current, { onChange: setFollowing })
    if (followRef) followRef.current = follow
    return () => {
      follow.dispose()
      if (followRef) followRef.current = null
    }
  }, [followRef, isFollowed])

  const view = useMemo(() => ({ scrollToLatest: () => followRef?.current?.scrollToLatest() }), [followRef])
  return (
    <div className="transcript-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it */}
      <div ref={scroller} className="transcript" tabIndex={0} role="region" aria-label={texts.transcript.label}>
        <div className="transcript-content">
          <TranscriptContext value={view}>{props.children}</TranscriptContext>
        </div>
      </div>
      <button
        type="button"
        className="jump-to-latest"
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
    </div>
  )
}
