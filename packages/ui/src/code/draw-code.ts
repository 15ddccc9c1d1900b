import { type ColouredPiece, codePieces } from './code-pieces.ts'

/** Code that is drawn, line by line; it may grow. What the client's highlighter opens is one. */
export interface DrawnCode {
  readonly lines: readonly string[]
  tokensOf(line: number): readonly ColouredPiece[]
  /** Takes the text as it is now, and says from which line on it is another. */
  update(text: string): number
  close(): void
}

/** Frames in which something is drawn, as the client has them. */
interface Frames {
  request(callback: () => void): () => void
}

/** The lines of an element that shows code. */
export interface CodeDrawing {
  /** Shows this text, now; its colours follow. */
  update(text: string): void
  dispose(): void
}

interface Line {
  readonly element: HTMLSpanElement
  text: string
  isLast: boolean
  tokens: readonly ColouredPiece[]
}

/** So many lines stand in one box: a line more is then laid out with these, and not with all that there are. */
const linesTogether = 64

/**
 * Draws code into `element`, which is nobody else's: a span for each line, in boxes of so many, and in it one for each
 * coloured piece. A line that has not changed is not touched, so that what is selected in it stays so. `open` begins
 * the code; it is given what it calls when tokens have come. Colours wait for a frame, as what is typed does: so that
 * both are laid out and painted at once.
 */
export function drawCode(
  element: HTMLElement,
  frames: Frames,
  open: (onTokens: (first: number, end: number) => void) => DrawnCode,
): CodeDrawing {
  const drawn: Line[] = []
  let coloured: { first: number; end: number } | undefined
  let cancelFrame: (() => void) | undefined
  const code = open((first, end) => {
    coloured = { first: Math.min(first, coloured?.first ?? first), end: Math.max(end, coloured?.end ?? end) }
    cancelFrame ??= frames.request(drawColours)
  })
  element.replaceChildren()

  function drawColours(): void {
    cancelFrame = undefined
    const { first, end } = coloured ?? { first: 0, end: 0 }
    coloured = undefined
    draw(first, end)
  }

  function draw(first: number, end: number): void {
    const last = code.lines.length - 1
    for (let index = first; index < Math.min(end, last + 1); index += 1) {
      const next = { text: code.lines[index] ?? '', isLast: index === last, tokens: code.tokensOf(index) }
      const line = drawn[index] ?? addLine()
      if (line.text === next.text && line.isLast === next.isLast && line.tokens === next.tokens) continue
      Object.assign(line, next)
      line.element.replaceChildren(...contentOf(next))
    }
  }

  function addLine(): Line {
    const line = { element: document.createElement('span'), text: '', isLast: true, tokens: [] }
    line.element.className = 'code-line'
    if (drawn.length % linesTogether === 0) {
      const box = document.createElement('span')
      box.className = 'code-group'
      element.append(box)
    }
    element.lastElementChild?.append(line.element)
    drawn.push(line)
    return line
  }

  return {
    update(text) {
      const from = code.update(text)
      for (const { element: gone } of drawn.splice(code.lines.length)) {
        const box = gone.parentElement
        gone.remove()
        if (box?.childElementCount === 0) box.remove()
      }
      draw(from, code.lines.length)
    },
    dispose() {
      cancelFrame?.()
      code.close()
      element.replaceChildren()
    },
  }
}

function contentOf({ text, isLast, tokens }: Omit<Line, 'element'>): (string | HTMLSpanElement)[] {
  const pieces = codePieces(text, tokens).map(({ text: piece, kind }) => {
    if (kind === null) return piece
    const span = document.createElement('span')
    span.className = `token-${kind}`
    span.textContent = piece
    return span
  })
  return isLast ? pieces : [...pieces, '\n']
}
