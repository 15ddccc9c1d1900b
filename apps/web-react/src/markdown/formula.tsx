import type { BlockNode, InlineNode } from '@livetype/client'
import { createLatePart } from '@livetype/ui'
import { useEffect } from 'react'
import { useObservable } from '../use-observable.ts'

/** A formula within a line or on lines of its own. */
export type FormulaNode = Extract<InlineNode | BlockNode, { kind: 'math' | 'math-block' }>

/** What draws formulas; fetched when the first one is seen. */
const formulaPart = createLatePart(async () => (await import('./drawn-formula.tsx')).DrawnFormula)

/** A formula: its source until it is closed and can be drawn. */
export function Formula({ node }: { node: FormulaNode }) {
  const Drawn = useObservable(formulaPart)
  useEffect(() => {
    // Where it can't be fetched the source stays; the next formula tries again.
    formulaPart.load().catch(() => undefined)
  }, [])
  if (node.kind === 'math') return Drawn ? <Drawn node={node} /> : <span className="math-source">{node.source}</span>
  return Drawn && node.isClosed ? <Drawn node={node} /> : <p className="math-source">{node.source}</p>
}
