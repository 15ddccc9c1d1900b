import { texts } from '@livetype/ui'
import { type CodeDrawing, drawCode } from '@livetype/ui/later'
import { useCallback, useLayoutEffect, useRef } from 'react'
import { Icon } from '../controls/icon.tsx'
import { useCopy } from '../controls/use-copy.ts'
import type { CodeProps } from './code.tsx'
import { highlighter } from './highlighter.ts'

/** A block of code in colours, with its language and its buttons. */
export function CodeBlock({ language, text }: CodeProps) {
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
        <CodeLines language={language} text={text} />
      </pre>
    </div>
  )
}

function CodeLines({ language, text }: { language: string; text: string }) {
  const element = useRef<HTMLElement>(null)
  const drawing = useRef<CodeDrawing>(undefined)
  useLayoutEffect(() => {
    if (!element.current) return undefined
    const made = drawCode(element.current, (onTokens) => highlighter.open(language, onTokens))
    drawing.current = made
    return () => made.dispose()
  }, [language])
  // biome-ignore lint/correctness/useExhaustiveDependencies: of another language it is drawn anew
  useLayoutEffect(() => drawing.current?.update(text), [language, text])
  return <code ref={element} />
}
