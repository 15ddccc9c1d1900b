import { texts } from '@livetype/ui'
import { useEffect } from 'react'
import { useObservable } from '../use-observable.ts'
import { codePart } from './code-part.ts'

/** What a block of code shows. */
export interface CodeProps {
  readonly language: string
  readonly text: string
  /** False while it is being written. */
  readonly isClosed: boolean
}

/** Code: plain until the part that colours it has come, which takes the same room. */
export function Code(props: CodeProps) {
  const CodeBlock = useObservable(codePart)
  // Where it can't be fetched the code stays plain.
  useEffect(() => void codePart.load().catch(() => undefined), [])
  if (CodeBlock) return <CodeBlock {...props} />
  const label = props.language || texts.code.plain
  return (
    <div className="code-block" dir="ltr">
      <div className="code-header">
        <span className="code-language">{label}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard has to be able to scroll it */}
      <pre tabIndex={0} aria-label={texts.code.block(label)} role="group">
        <code>{props.text}</code>
      </pre>
    </div>
  )
}
