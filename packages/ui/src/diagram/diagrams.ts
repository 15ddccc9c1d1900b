import { createDiagramDrawer } from './diagram-drawer.ts'
import { openDiagramFrame } from './diagram-frame.ts'
import { createDiagramView, type DiagramView } from './diagram-view.ts'
import { createPageColours } from './page-colours.ts'

/** The diagrams of a page: one frame draws them all. */
export interface Diagrams {
  open(source: string): DiagramView
}

/** Makes what draws the diagrams of a page. Nothing is loaded before one comes near. */
export function createDiagrams(): Diagrams {
  const colours = createPageColours()
  const drawer = createDiagramDrawer({
    openFrame: openDiagramFrame,
    fontFamily: () => getComputedStyle(document.body).fontFamily,
  })
  return { open: (source) => createDiagramView(source, { drawer, colours }) }
}
