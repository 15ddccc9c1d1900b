import { laterTexts } from '../texts/later/later-texts.ts'

/** Whether a block of code in this language, by the name that the model gave it, is the source of a diagram. */
export function isDiagramLanguage(language: string): boolean {
  return /^(?:mermaid|mmd)$/i.test(language)
}

/** Kinds of diagrams that have a name in the catalogue, by the word that their source begins with. */
const kinds = new Map(
  Object.entries({
    flowchart: 'flowchart',
    graph: 'flowchart',
    sequenceDiagram: 'sequence',
    classDiagram: 'class',
    stateDiagram: 'state',
    erDiagram: 'entities',
    gantt: 'plan',
    pie: 'pie',
    mindmap: 'mindmap',
    timeline: 'timeline',
  } as const),
)

/** @see kinds */
export type DiagramKind = NonNullable<ReturnType<typeof kinds.get>>

/** What the source says of its diagram: what kind it is, and what its author called it. */
export interface DiagramDescription {
  readonly kind: DiagramKind | undefined
  readonly title: string
}

/** @see DiagramDescription */
export function describeDiagram(source: string): DiagramDescription {
  const text = source.replace(/^\s*---\n[\s\S]*?\n\s*---\s*$/m, '').replaceAll(/^\s*%%.*$/gm, '')
  const word = /^\s*([A-Za-z]+)/.exec(text)?.[1] ?? ''
  const said = (pattern: RegExp) => pattern.exec(source)?.[1]?.trim() ?? ''
  const title = said(/^\s*accTitle\s*:\s*(.+)$/m) || said(/^\s*(?:pie\s+(?:showData\s+)?)?title\s*:?\s+(.+)$/m)
  const description = said(/^\s*accDescr\s*:\s*(.+)$/m) || said(/^\s*accDescr\s*\{([^}]*)\}/m)
  const whole = [title.replaceAll(/^"|"$/g, ''), description].filter((part) => part !== '').join('. ')
  return { kind: kinds.get(word), title: whole.replaceAll(/\s+/g, ' ').slice(0, 500) }
}

/** What lines of more cost to draw: its layout is a search. */
const costs = new Map([
  ['mindmap', 4],
  ['architecture', 4],
])
const largeCost = 150

/**
 * Whether drawing it may take so long that a person is to ask for it: where a browser has no process of its own for a
 * frame without an origin, nothing else goes on meanwhile.
 */
export function isLargeDiagram(source: string): boolean {
  const lines = source.split(/[\n;]/).filter((line) => line.trim() !== '')
  const word = /^\s*(mindmap|architecture)\b/m.exec(source)?.[1] ?? ''
  return lines.length * (costs.get(word) ?? 1) > largeCost
}

/** What stands for the picture to those who don't see it. */
export function diagramName(source: string): string {
  const { kind, title } = describeDiagram(source)
  const { label, kinds: names, named } = laterTexts.rich.diagram
  const name = kind ? names[kind] : label
  return title === '' ? name : named(name, title)
}
