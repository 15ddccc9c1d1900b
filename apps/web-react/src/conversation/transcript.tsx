import { createFollowScroll, type FollowScroll, texts } from '@livetype/ui'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { Icon } from '../controls/icon.tsx'

/** The one scroller. It follows growing text only while the reader is at the end. */
export function Transcript(props: { children: ReactNode; followRef: RefObject<FollowScroll | null> }) {
  const { followRef } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [isFollowing, setFollowing] = useState(true)

  useEffect(() => {
    if (!scroller.current) return
    const follow = createFollowScroll(scroller.current, { onChange: setFollowing })
    followRef.current = follow
    return () => {
      follow.dispose()
      followRef.current = null
    }
  }, [followRef])

  return (
    <div className="transcript-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it */}
      <div ref={scroller} className="transcript" tabIndex={0} role="region" aria-label={texts.transcript.label}>
        <div className="transcript-content">{props.children}</div>
      </div>
      <button
        type="button"
        className="jump-to-latest"
        data-state={isFollowing ? 'hidden' : 'shown'}
        inert={isFollowing}
        onClick={() => followRef.current?.scrollToLatest()}
      >
        <Icon name="arrow-down" />
        <span>{texts.transcript.jumpToLatest}</span>
      </button>
    </div>
  )
}
