import type { DiagramColours } from '@livetype/protocol'
import mermaid, { type MermaidConfig } from 'mermaid'
import { themeStyles, themeVariables } from './diagram-theme.ts'
import { keepLegible } from './keep-legible.ts'
import { plainSource } from './plain-source.ts'
import { standAlone } from './stand-alone.ts'

/** What a source may not set for itself: what is safe, how much it may cost, and the looks, which are the page's. */
const kept = [
  'secure',
  'securityLevel',
  'startOnLoad',
  'maxTextSize',
  'maxEdges',
  'suppressErrorRendering',
  'htmlLabels',
  'flowchart.htmlLabels',
  'dompurifyConfig',
  'theme',
  'themeVariables',
  'themeCSS',
  'darkMode',
  'fontFamily',
  'altFontFamily',
  'fontSize',
  'legacyMathML',
  'forceLegacyMathML',
  'deterministicIds',
  'deterministicIDSeed',
]

/** A picture of a source. */
export interface DrawnDiagram {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/** @throws what the library throws where it can't read the source. */
export async function drawDiagram(
  source: string,
  { colours, fontFamily }: { colours: DiagramColours; fontFamily: string },
): Promise<DrawnDiagram> {
  mermaid.initialize(configOf(colours, fontFamily))
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  // The id is the same each time: every picture is a document of its own.
  const { svg } = await mermaid.render('diagram', plainSource(source), place)
  place.innerHTML = svg
  const drawing = place.querySelector('svg')
  if (!drawing) throw new Error('Nothing was drawn')
  keepLegible(drawing, colours)
  const picture = standAlone(drawing)
  document.body.replaceChildren()
  return picture
}

function configOf(colours: DiagramColours, fontFamily: string): MermaidConfig {
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    secure: kept,
    suppressErrorRendering: true,
    deterministicIds: true,
    // An image shows no HTML that fits in everywhere.
    htmlLabels: false,
    flowchart: { htmlLabels: false, curve: 'basis', padding: 12, useMaxWidth: false },
    maxTextSize: 20_000,
    maxEdges: 400,
    theme: 'base',
    themeVariables: themeVariables(colours, fontFamily),
    themeCSS: themeStyles(colours),
    fontFamily,
    logLevel: 'fatal',
  }
}
