import { type DiagramState, type DiagramView, isDiagramLanguage, noDiagram } from '@livetype/ui/later'
import { type RefObject, useEffect, useMemo } from 'react'
import { useObservable } from '../use-observable.ts'
import type { CodeProps } from './code.tsx'
import { diagramPart } from './diagram-part.ts'

/** The diagram that a block is the source of, once that is written, and what there is to show of it. */
export function useDiagram(
  { language, text, isClosed }: CodeProps,
  block: RefObject<HTMLElement | null>,
): { diagram: DiagramView; state: DiagramState } {
  const diagrams = useObservable(diagramPart)
  const isDiagram = isClosed && isDiagramLanguage(language)
  const diagram = useMemo(() => (isDiagram && diagrams ? diagrams.open(text) : noDiagram), [isDiagram, diagrams, text])
  useEffect(() => {
    // Where it can't be fetched the source stays; the next diagram tries again.
    if (isDiagram) diagramPart.load().catch(() => undefined)
  }, [isDiagram])
  useEffect(() => (block.current ? diagram.attach(block.current) : undefined), [diagram, block])
  return { diagram, state: useObservable(diagram) }
}
