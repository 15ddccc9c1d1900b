import { texts } from '@livetype/ui'
import { useCallback } from 'react'
import { Icon } from '../controls/icon.tsx'
import { useCopy } from '../controls/use-copy.ts'

/** A block of code with its language and a copy button. */
export function CodeBlock({ language, text }: { language: string; text: string }) {
  const { isCopied, copy } = useCopy(useCallback(() => text, [text]))
  const label = language || texts.code.plain
  return (
    <div className="code-block" dir="ltr">
      <div className="code-header">
        <span className="code-language">{label}</span>
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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it */}
      <pre tabIndex={0} aria-label={texts.code.block(label)} role="group">
        <code>{text}</code>
      </pre>
    </div>
  )
}
