import { type DiagramEvent, drawDiagramSchema } from '@livetype/protocol'
import { drawDiagram } from './diagram/draw-diagram.ts'
import { reasonOf, wasNotLoaded } from './diagram/why-not.ts'

/**
 * diagram.html: draws sources of diagrams, one at a time, as its parent says, and gives back pictures.
 * @see SPEC.md DIAGRAM1
 */
function main(): void {
  const tell = (event: DiagramEvent) => window.parent.postMessage(event, '*')
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window.parent) return
    const asked = drawDiagramSchema.safeParse(event.data)
    if (!asked.success) return
    const { id, source, ...looks } = asked.data
    drawDiagram(source, looks).then(
      (picture) => tell({ kind: 'drawn', id, ...picture }),
      (error: unknown) =>
        tell(wasNotLoaded(error) ? { kind: 'failed', id } : { kind: 'unreadable', id, reason: reasonOf(error) }),
    )
  })
  tell({ kind: 'ready' })
}

main()
