import { type ImageState, imageSize, isLoadableImage, laterTexts, nextOfImage, showImage } from '@livetype/ui/later'
import { useEffect, useId, useRef, useState } from 'react'

/** Loads the image that a link leads to below it, once a person asks for that, and takes it away again. */
export function ImageLoader({ address, label, linkId }: { address: string; label: string; linkId: string }) {
  /** The button is named by the link, too: that says which image. */
  const buttonId = useId()
  const frame = useRef<HTMLIFrameElement>(null)
  const [state, setState] = useState<ImageState>({ status: 'link' })
  const isAsked = state.status === 'loading' || state.status === 'shown'
  // The frame's name is its description: one in another language must not ask for the image again.
  useEffect(
    () =>
      isAsked && frame.current
        ? showImage(frame.current, { address, description: frame.current.title }, setState)
        : undefined,
    [isAsked, address],
  )
  const words = laterTexts.rich.image
  if (!isLoadableImage(address, location.protocol)) return null
  return (
    <span className="image-loader" data-state={state.status}>
      {state.status === 'failed' && (
        <span className="image-failure" role="alert">
          {words.failed}
        </span>
      )}
      <button
        type="button"
        id={buttonId}
        className="button image-load"
        aria-labelledby={`${buttonId} ${linkId}`}
        aria-expanded={isAsked}
        aria-busy={state.status === 'loading' || undefined}
        onClick={() => setState(nextOfImage(state))}
      >
        {state.status === 'failed' ? laterTexts.data.retry : state.status === 'shown' ? words.hide : words.load}
      </button>
      {isAsked && (
        <iframe ref={frame} className="image-frame" title={label} sandbox="allow-scripts" style={imageSize(state)} />
      )}
    </span>
  )
}
