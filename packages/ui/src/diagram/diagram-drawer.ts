import { type DiagramColours, type DiagramEvent, type DrawDiagram, diagramEventSchema } from '@livetype/protocol'
import { createKeptOutcomes } from './kept-outcomes.ts'

/** A drawn diagram: an SVG that stands for itself, and what it measures in CSS pixels. */
export interface DiagramPicture {
  readonly svg: string
  readonly width: number
  readonly height: number
  /** It is drawn for a dark page. */
  readonly isDark: boolean
}

/** What became of a drawing. */
export type DiagramOutcome =
  | { readonly kind: 'drawn'; readonly picture: DiagramPicture }
  /** The source is no diagram; why, in a line and in English. */
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** What draws it could not be had, or took too long. */
  | { readonly kind: 'failed' }

/** The way to the frame in which diagrams are drawn. */
export interface DiagramFrame {
  draw(question: DrawDiagram): void
  close(): void
}

/** What the drawer hears of a frame. */
export interface DiagramFrameListener {
  /** What the frame's page said, whatever that is. */
  onMessage(data: unknown): void
  /** The page is there and has said nothing: it could not be loaded whole. */
  onSilence(): void
}

/** Draws the diagrams of a page, one at a time, in one frame that is made at the first need. */
export interface DiagramDrawer {
  /** What became of this source before, in these colours. */
  kept(source: string, colours: DiagramColours): DiagramOutcome | undefined
  /** @param source no longer than `maxDiagramLength`. */
  draw(source: string, colours: DiagramColours): Promise<DiagramOutcome>
}

interface Waiting {
  readonly source: string
  readonly colours: DiagramColours
  readonly end: (outcome: DiagramOutcome) => void
}

/** A drawing that takes so long is given up, together with its frame; loading what draws it counts. */
const giveUpMs = 20_000

/**
 * Makes the drawer of a page. A frame that hangs, or that something did not reach, is left; the next drawing gets
 * another.
 * @see SPEC.md DIAGRAM1
 */
export function createDiagramDrawer(options: {
  readonly openFrame: (listener: DiagramFrameListener) => DiagramFrame
  readonly fontFamily: () => string
  /** Calls back once, so many milliseconds from now; returns what cancels it. */
  readonly after?: (delayMs: number, callback: () => void) => () => void
}): DiagramDrawer {
  const { openFrame, fontFamily, after = afterByTimer } = options
  const outcomes = createKeptOutcomes()
  const waiting: Waiting[] = []
  let lastId = 0
  let frame: { readonly port: DiagramFrame; isReady: boolean } | undefined
  let current: (Waiting & { readonly id: number; readonly cancelGivingUp: () => void; isAsked: boolean }) | undefined

  function next(): void {
    if (current) return
    const first = waiting.shift()
    if (!first) return
    const kept = outcomes.get(first.source, first.colours)
    if (kept) {
      first.end(kept)
      return next()
    }
    lastId += 1
    current = { ...first, id: lastId, isAsked: false, cancelGivingUp: after(giveUpMs, giveUp) }
    frame ??= { port: openFrame({ onMessage, onSilence: giveUp }), isReady: false }
    ask()
  }

  function ask(): void {
    if (!frame?.isReady || !current || current.isAsked) return
    current.isAsked = true
    const { id, source, colours } = current
    frame.port.draw({ kind: 'draw', id, source, colours, fontFamily: fontFamily() })
  }

  function onMessage(data: unknown): void {
    const event = diagramEventSchema.safeParse(data)
    if (!event.success) return giveUp()
    if (event.data.kind === 'ready') {
      if (frame) frame.isReady = true
      ask()
    } else if (event.data.kind === 'failed') {
      // A browser does not ask again for a file that one page could not load.
      giveUp()
    } else if (event.data.id === current?.id) {
      end(outcomeOf(event.data, current.colours))
    }
  }

  function giveUp(): void {
    // Where not even the page came, it would not come for those that wait either.
    const others = frame?.isReady ? [] : waiting.splice(0)
    frame?.port.close()
    frame = undefined
    end({ kind: 'failed' })
    for (const other of others) other.end({ kind: 'failed' })
  }

  function end(outcome: DiagramOutcome): void {
    const ended = current
    current = undefined
    if (ended) {
      ended.cancelGivingUp()
      if (outcome.kind !== 'failed') outcomes.keep(ended.source, ended.colours, outcome)
      ended.end(outcome)
    }
    next()
  }

  return {
    kept: (source, colours) => outcomes.get(source, colours),
    draw(source, colours) {
      return new Promise((resolve) => {
        waiting.push({ source, colours, end: resolve })
        next()
      })
    },
  }
}

function outcomeOf(
  event: Extract<DiagramEvent, { kind: 'drawn' | 'unreadable' }>,
  { isDark }: DiagramColours,
): DiagramOutcome {
  if (event.kind === 'unreadable') return { kind: 'unreadable', reason: event.reason }
  const { svg, width, height } = event
  return { kind: 'drawn', picture: { svg, width, height, isDark } }
}

function afterByTimer(delayMs: number, callback: () => void): () => void {
  const timer = setTimeout(callback, delayMs)
  return () => clearTimeout(timer)
}
