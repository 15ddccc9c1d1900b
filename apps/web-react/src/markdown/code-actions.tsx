import { texts } from '@livetype/ui'
import {
  type CodeView,
  codeFileName,
  type DiagramState,
  hasTwoFaces,
  isLongCode,
  keepBlockInSight,
  laterTexts,
  lineCount,
  saveCode,
  savePicture,
  shownPicture,
} from '@livetype/ui/later'
import { type MouseEvent, useCallback } from 'react'
import { Icon } from '../controls/icon.tsx'
import { useCopy } from '../controls/use-copy.ts'
import type { CodeProps } from './code.tsx'

/**
 * The buttons of a block of code. It can be folded once it is written, and only by a person: nothing moves by itself.
 * That of a diagram shows its picture or its source.
 */
export function CodeActions(
  props: CodeProps & {
    canPreview: boolean
    view: CodeView
    diagram: DiagramState
    onView: (view: CodeView) => void
    /** A person asks for the picture of a diagram. */
    onDraw: () => void
  },
) {
  const { language, text, isClosed, canPreview, view, diagram, onView, onDraw } = props
  const { isCopied, copy } = useCopy(useCallback(() => text, [text]))
  const words = laterTexts.code
  const isPreviewed = canPreview && view.isPreviewed
  const isPicture = shownPicture(diagram, view) !== null
  const fold = (event: MouseEvent) => {
    onView({ ...view, isFolded: !view.isFolded })
    keepBlockInSight(event.currentTarget)
  }
  const preview = (event: MouseEvent) => {
    onView({ ...view, isPreviewed: !view.isPreviewed })
    keepBlockInSight(event.currentTarget)
  }
  const turn = (event: MouseEvent) => {
    onView({ ...view, isSource: isPicture })
    if (!isPicture) onDraw()
    keepBlockInSight(event.currentTarget)
  }
  const save = (event: MouseEvent) => {
    if (isPicture) void savePicture(event.currentTarget, 'diagram.png')
    else saveCode(text, codeFileName(language))
  }
  const saveLabel = isPicture ? laterTexts.rich.diagram.download : words.download
  const foldLabel = view.isFolded ? words.unfold(lineCount(text)) : words.fold
  return (
    <div className="code-actions">
      {canPreview && (
        <button type="button" className="code-copy" aria-pressed={isPreviewed} onClick={preview}>
          <Icon name="eye" />
          <span>{words.preview}</span>
        </button>
      )}
      {hasTwoFaces(diagram) && (
        <button
          type="button"
          className="code-action"
          aria-pressed={!isPicture}
          aria-label={laterTexts.rich.diagram.source}
          title={laterTexts.rich.diagram.source}
          onClick={turn}
        >
          <Icon name="code" />
        </button>
      )}
      {isClosed && isLongCode(text) && !isPreviewed && !isPicture && (
        <button type="button" className="code-action" aria-label={foldLabel} title={foldLabel} onClick={fold}>
          <Icon name={view.isFolded ? 'unfold-vertical' : 'fold-vertical'} />
        </button>
      )}
      {!isPreviewed && !isPicture && (
        <button
          type="button"
          className="code-action"
          aria-pressed={view.isWrapped}
          aria-label={words.wrap}
          title={words.wrap}
          onClick={() => onView({ ...view, isWrapped: !view.isWrapped })}
        >
          <Icon name="text-wrap" />
        </button>
      )}
      <button type="button" className="code-action" aria-label={saveLabel} title={saveLabel} onClick={save}>
        <Icon name="download" />
      </button>
      <button
        type="button"
        className="code-copy"
        data-state={isCopied ? 'copied' : 'idle'}
        aria-label={isCopied ? texts.actions.copied : texts.actions.copyCode}
        onClick={copy}
      >
        <Icon name={isCopied ? 'check' : 'copy'} />
        <span>{isCopied ? texts.actions.copied : texts.actions.copy}</span>
      </button>
    </div>
  )
}
