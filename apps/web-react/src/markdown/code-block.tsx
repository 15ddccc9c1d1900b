import { texts } from '@livetype/ui'
import {
  type CodeView,
  codeViewAt,
  diagramNote,
  isPreviewable,
  keepCodeView,
  laterTexts,
  needsSourceOnPaper,
  shownPicture,
} from '@livetype/ui/later'
import { useMemo, useRef, useState } from 'react'
import type { CodeProps } from './code.tsx'
import { CodeActions } from './code-actions.tsx'
import { CodeLines } from './code-lines.tsx'
import { CodePreview } from './code-preview.tsx'
import { Diagram } from './diagram.tsx'
import { useDiagram } from './use-diagram.ts'

/** A block of code in colours, with its language and its buttons; or the diagram that it is the source of. */
export function CodeBlock({ language, text, isClosed }: CodeProps) {
  const [view, setView] = useState(() => codeViewAt(text))
  const block = useRef<HTMLDivElement>(null)
  const { diagram, state } = useDiagram({ language, text, isClosed }, block)
  const change = (next: CodeView) => {
    keepCodeView(text, next)
    setView(next)
  }
  const canPreview = useMemo(() => isClosed && isPreviewable(language, text), [isClosed, language, text])
  const isPreviewed = canPreview && view.isPreviewed
  const label = language || texts.code.plain
  const picture = shownPicture(state, view)
  const note = diagramNote(state)
  const draw = () => {
    change({ ...view, isSource: false })
    diagram.draw()
  }
  return (
    <div
      ref={block}
      className="code-block"
      dir="ltr"
      data-wrapped={view.isWrapped || undefined}
      data-folded={view.isFolded || undefined}
      data-previewed={isPreviewed || undefined}
      data-source-on-paper={(picture && needsSourceOnPaper(picture)) || undefined}
      aria-busy={state.kind === 'drawing' || undefined}
    >
      <div className="code-header">
        <span className="code-language">{label}</span>
        <CodeActions
          language={language}
          text={text}
          isClosed={isClosed}
          canPreview={canPreview}
          view={view}
          diagram={state}
          onView={change}
          onDraw={diagram.draw}
        />
      </div>
      <CodeLines
        language={language}
        text={text}
        label={texts.code.block(label)}
        isUnseen={picture !== null || isPreviewed}
      />
      {picture && <Diagram picture={picture} source={text} />}
      {note !== null && (
        <p className="diagram-note" dir="auto">
          {note.text}{' '}
          {note.canDraw && (
            <button type="button" className="button" onClick={draw}>
              {laterTexts.rich.diagram.draw}
            </button>
          )}
        </p>
      )}
      {isPreviewed && <CodePreview text={text} label={label} />}
    </div>
  )
}
