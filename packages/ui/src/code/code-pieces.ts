/** A coloured piece of a line: from `start` up to `end`, in UTF-16 units. */
export interface ColouredPiece {
  readonly start: number
  readonly end: number
  readonly kind: string
}

/** A piece of a line as it is drawn; null: plain. */
interface CodePiece {
  readonly text: string
  readonly kind: string | null
}

/** The whole line in pieces: what no token reaches is plain, what tokens of before reach beyond the line is left out. */
export function codePieces(line: string, tokens: readonly ColouredPiece[]): CodePiece[] {
  const pieces: CodePiece[] = []
  let drawn = 0
  for (const { start, end, kind } of tokens) {
    if (start < drawn || start >= line.length) continue
    if (start > drawn) pieces.push({ text: line.slice(drawn, start), kind: null })
    pieces.push({ text: line.slice(start, end), kind })
    drawn = Math.min(end, line.length)
  }
  if (drawn < line.length) pieces.push({ text: line.slice(drawn), kind: null })
  return pieces
}
