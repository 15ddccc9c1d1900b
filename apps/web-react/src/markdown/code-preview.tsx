import { laterTexts, type PreviewState, previewHeightAt, showPreview } from '@livetype/ui/later'
import { useEffect, useRef, useState } from 'react'

/** The document that a block of code is, in a frame that has nothing of the page; it can be tried again. */
export function CodePreview({ text, label }: { text: string; label: string }) {
  const [tries, setTries] = useState(0)
  return <PreviewFrame key={`${tries}:${text}`} text={text} label={label} onRetry={() => setTries(tries + 1)} />
}

function PreviewFrame({ text, label, onRetry }: { text: string; label: string; onRetry: () => void }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [state, setState] = useState<PreviewState>({ status: 'loading' })
  useEffect(() => (frame.current ? showPreview(frame.current, text, setState) : undefined), [text])
  const words = laterTexts.code
  const height = state.status === 'shown' ? state.height : previewHeightAt(text)
  return (
    <div className="code-preview" data-state={state.status} aria-busy={state.status === 'loading' || undefined}>
      {state.status === 'failed' ? (
        <div className="preview-failure" dir="auto" role="alert">
          <p>{words.previewFailed}</p>
          <button type="button" className="button" onClick={onRetry}>
            {laterTexts.data.retry}
          </button>
        </div>
      ) : (
        <iframe
          ref={frame}
          className="preview-frame"
          title={words.previewOf(label)}
          sandbox="allow-scripts"
          style={height > 0 ? { blockSize: height } : undefined}
        />
      )}
      {state.status === 'shown' && state.isPartial && (
        <p className="preview-note" dir="auto">
          {words.previewIsPartial}
        </p>
      )}
    </div>
  )
}
