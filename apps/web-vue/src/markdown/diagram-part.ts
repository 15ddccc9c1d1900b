import { createLatePart } from '@livetype/ui'

/** What draws the diagrams of the page; fetched when the source of the first one is whole. */
export const diagramPart = createLatePart(async () => (await import('@livetype/ui/diagram')).createDiagrams())
