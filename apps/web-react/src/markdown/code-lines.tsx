import { type CodeDrawing, drawCode } from '@livetype/ui/later'
import { useLayoutEffect, useRef } from 'react'
import { useServices } from '../services.ts'
import { highlighter } from './highlighter.ts'

/**
 * The lines of a block: they are drawn past React, which would compare them all for each token. Where what they are the
 * source of is shown they are not seen, until a search finds something in them.
 */
export function CodeLines(props: { language: string; text: string; label: string; isUnseen: boolean }) {
  const { language, text, label, isUnseen } = props
  const { frames } = useServices()
  const element = useRef<HTMLElement>(null)
  const drawing = useRef<CodeDrawing>(undefined)
  useLayoutEffect(() => {
    if (!element.current) return undefined
    const made = drawCode(element.current, frames, (onTokens) => highlighter.open(language, onTokens))
    drawing.current = made
    return () => made.dispose()
  }, [frames, language])
  // biome-ignore lint/correctness/useExhaustiveDependencies: of another language it is drawn anew
  useLayoutEffect(() => drawing.current?.update(text), [language, text])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it
    <pre tabIndex={0} aria-label={label} role="group" data-unseen={isUnseen || undefined}>
      <code ref={element} />
    </pre>
  )
}
