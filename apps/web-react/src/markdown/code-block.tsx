import { texts } from '@livetype/ui'
import { type CodeView, codeViewAt, isPreviewable, keepCodeView } from '@livetype/ui/later'
import { useMemo, useState } from 'react'
import type { CodeProps } from './code.tsx'
import { CodeActions } from './code-actions.tsx'
import { CodeLines } from './code-lines.tsx'
import { CodePreview } from './code-preview.tsx'

/** A block of code in colours, with its language and its buttons. */
export function CodeBlock({ language, text, isClosed }: CodeProps) {
  const [view, setView] = useState(() => codeViewAt(text))
  const change = (next: CodeView) => {
    keepCodeView(text, next)
    setView(next)
  }
  const canPreview = useMemo(() => isClosed && isPreviewable(language, text), [isClosed, language, text])
  const isPreviewed = canPreview && view.isPreviewed
  const label = language || texts.code.plain
  return (
    <div
      className="code-block"
      dir="ltr"
      data-wrapped={view.isWrapped || undefined}
      data-folded={view.isFolded || undefined}
      data-previewed={isPreviewed || undefined}
    >
      <div className="code-header">
        <span className="code-language">{label}</span>
        <CodeActions
          language={language}
          text={text}
          isClosed={isClosed}
          canPreview={canPreview}
          view={view}
          onView={change}
        />
      </div>
      <CodeLines language={language} text={text} label={texts.code.block(label)} />
      {isPreviewed && <CodePreview text={text} label={label} />}
    </div>
  )
}
