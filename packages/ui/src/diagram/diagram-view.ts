import { type DiagramColours, maxDiagramLength } from '@livetype/protocol'
import { laterTexts } from '../texts/later/later-texts.ts'
import type { DiagramDrawer, DiagramOutcome, DiagramPicture } from './diagram-drawer.ts'
import { isLargeDiagram } from './diagram-source.ts'
import type { PageColours } from './page-colours.ts'
import { watchNear } from './watch-near.ts'

/** What is there to show of a diagram. */
export type DiagramState =
  /** The block is no diagram, or is still being written. */
  | { readonly kind: 'none' }
  /** It has not come near yet, or is so large that it waits for a person. */
  | { readonly kind: 'waiting'; readonly isLarge: boolean }
  | { readonly kind: 'drawing' }
  | { readonly kind: 'drawn'; readonly picture: DiagramPicture }
  /** The source is none; why, in a line and in English. */
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** It is longer than anything that is drawn. */
  | { readonly kind: 'too-long' }
  /** It could not be drawn now; it is tried again when it comes near again, or is asked for. */
  | { readonly kind: 'failed' }

/** The diagram of a block. `get` and `subscribe` make it an observable of what there is to show. */
export interface DiagramView {
  get(): DiagramState
  subscribe(listener: () => void): () => void
  /** The block is on the page: it is drawn when it comes near what is in sight. Returns what ends that. */
  attach(block: Element): () => void
  /** A person asks for it. */
  draw(): void
}

/** The diagram of a block that has none. */
export const noDiagram: DiagramView = {
  get: () => none,
  subscribe: () => () => {},
  attach: () => () => {},
  draw: () => {},
}

const none: DiagramState = { kind: 'none' }
const tooLong: DiagramState = { kind: 'too-long' }

/** Makes the diagram of a block whose source is whole. One that was drawn before is there at once. */
export function createDiagramView(
  source: string,
  { drawer, colours }: { readonly drawer: DiagramDrawer; readonly colours: PageColours },
): DiagramView {
  if (source.length > maxDiagramLength) return { ...noDiagram, get: () => tooLong }
  const listeners = new Set<() => void>()
  let shownIn: DiagramColours | undefined
  let isDrawing = false
  let isNear = false
  let isWanted = !isLargeDiagram(source)
  let state: DiagramState = takeKept() ?? { kind: 'waiting', isLarge: !isWanted }

  function takeKept(): DiagramOutcome | undefined {
    const now = colours.get()
    const kept = drawer.kept(source, now)
    if (kept) shownIn = now
    return kept
  }

  function show(next: DiagramState): void {
    state = next
    for (const listener of [...listeners]) listener()
  }

  async function draw(): Promise<void> {
    const wanted = colours.get()
    if (isDrawing || shownIn === wanted || state.kind === 'unreadable') return
    const kept = takeKept()
    if (kept) return show(kept)
    isDrawing = true
    // In other colours: what is there stays until the other comes.
    if (state.kind !== 'drawn') show({ kind: 'drawing' })
    const outcome = await drawer.draw(source, wanted)
    isDrawing = false
    if (outcome.kind === 'drawn' || state.kind !== 'drawn') show(outcome)
    if (outcome.kind === 'failed') return
    shownIn = wanted
    // They may have changed meanwhile.
    drawIfNear()
  }

  const drawIfNear = () => {
    if (isNear && isWanted) void draw()
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    attach(block) {
      const endColours = colours.subscribe(drawIfNear)
      const endNear = watchNear(block, (next) => {
        isNear = next
        drawIfNear()
      })
      return () => {
        isNear = false
        endColours()
        endNear()
      }
    },
    draw() {
      isWanted = true
      void draw()
    },
  }
}

/** The picture that a block shows in place of its source, if it does. */
export function shownPicture(state: DiagramState, { isSource }: { readonly isSource: boolean }): DiagramPicture | null {
  return state.kind === 'drawn' && !isSource ? state.picture : null
}

/** Whether a block has a button between the picture and the source. */
export function hasTwoFaces({ kind }: DiagramState): boolean {
  return kind !== 'none' && kind !== 'unreadable' && kind !== 'too-long'
}

/** What stands below the source where the picture did not come, and whether it can be asked for. */
export function diagramNote(state: DiagramState): { readonly text: string; readonly canDraw: boolean } | null {
  const words = laterTexts.rich.diagram
  if (state.kind === 'unreadable') return { text: words.unreadable(state.reason), canDraw: false }
  if (state.kind === 'too-long') return { text: words.tooLong, canDraw: false }
  if (state.kind === 'failed') return { text: words.failed, canDraw: true }
  return state.kind === 'waiting' && state.isLarge ? { text: words.large, canDraw: true } : null
}
