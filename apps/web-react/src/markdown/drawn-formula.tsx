import '@livetype/ui/formula.css'
import { drawFormula } from '@livetype/ui/formula'
import { laterTexts } from '@livetype/ui/later'
import { useLayoutEffect, useRef, useState } from 'react'
import type { FormulaNode } from './formula.tsx'

/** A formula as it is drawn; where it can't be read, its source and a note. */
export function DrawnFormula({ node }: { node: FormulaNode }) {
  const place = useRef<HTMLSpanElement>(null)
  const [isReadable, setReadable] = useState(true)
  const isBlock = node.kind === 'math-block'
  const isDisplay = isBlock || node.isDisplay
  useLayoutEffect(() => {
    if (place.current) setReadable(drawFormula(place.current, { text: node.text, isDisplay }))
  }, [node.text, isDisplay])

  const content = (
    <>
      <span ref={place} />
      {!isReadable && (
        <>
          <span className="math-source">{node.source}</span>{' '}
          <span className="math-note">{laterTexts.rich.formula.unreadable}</span>
        </>
      )}
    </>
  )
  // A keyboard has to be able to scroll what is wide.
  const scrolls = { tabIndex: 0, role: 'group', 'aria-label': laterTexts.rich.formula.label } as const
  if (isBlock) {
    return (
      <div className="math-block" {...scrolls}>
        {content}
      </div>
    )
  }
  return isDisplay ? (
    <span className="math" data-display={true} {...scrolls}>
      {content}
    </span>
  ) : (
    <span className="math">{content}</span>
  )
}
