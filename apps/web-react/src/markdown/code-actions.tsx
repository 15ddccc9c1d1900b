import { texts } from '@livetype/ui'
import {
  type CodeView,
  codeFileName,
  isLongCode,
  keepBlockInSight,
  laterTexts,
  lineCount,
  saveCode,
} from '@livetype/ui/later'
import { type MouseEvent, useCallback } from 'react'
import { Icon } from '../controls/icon.tsx'
import { useCopy } from '../controls/use-copy.ts'
import type { CodeProps } from './code.tsx'

/** The buttons of a block of code. It can be folded once it is written, and only by a person: nothing moves by itself. */
export function CodeActions(
  props: CodeProps & { canPreview: boolean; view: CodeView; onView: (view: CodeView) => void },
) {
  const { language, text, isClosed, canPreview, view, onView } = props
  const { isCopied, copy } = useCopy(useCallback(() => text, [text]))
  const words = laterTexts.code
  const isPreviewed = canPreview && view.isPreviewed
  const fold = (event: MouseEvent) => {
    onView({ ...view, isFolded: !view.isFolded })
    keepBlockInSight(event.currentTarget)
  }
  const preview = (event: MouseEvent) => {
    onView({ ...view, isPreviewed: !view.isPreviewed })
    keepBlockInSight(event.currentTarget)
  }
  const foldLabel = view.isFolded ? words.unfold(lineCount(text)) : words.fold
  return (
    <div className="code-actions">
      {canPreview && (
        <button type="button" className="code-copy" aria-pressed={isPreviewed} onClick={preview}>
          <Icon name="eye" />
          <span>{words.preview}</span>
        </button>
      )}
      {isClosed && isLongCode(text) && !isPreviewed && (
        <button type="button" className="code-action" aria-label={foldLabel} title={foldLabel} onClick={fold}>
          <Icon name={view.isFolded ? 'unfold-vertical' : 'fold-vertical'} />
        </button>
      )}
      {!isPreviewed && (
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
      <button
        type="button"
        className="code-action"
        aria-label={words.download}
        title={words.download}
        onClick={() => saveCode(text, codeFileName(language))}
      >
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
