import { type CodeToken, type TokensOfLines, tokenKinds } from './token-kinds.ts'

/** Packs the tokens of lines for their way between the threads: of each line their number, then start, end and kind of each. */
export function packTokens(lines: TokensOfLines): Uint32Array<ArrayBuffer> {
  const numbers = lines.flatMap((tokens) => [
    tokens.length,
    ...tokens.flatMap(({ start, end, kind }) => [start, end, tokenKinds.indexOf(kind)]),
  ])
  return Uint32Array.from(numbers)
}

/** The tokens of lines as `packTokens` was given them. */
export function unpackTokens(packed: Uint32Array): CodeToken[][] {
  const lines: CodeToken[][] = []
  let at = 0
  const next = () => packed[at++] ?? 0
  while (at < packed.length) {
    const tokens: CodeToken[] = []
    for (let count = next(); count > 0; count -= 1) {
      const start = next()
      const end = next()
      const kind = tokenKinds[next()]
      if (kind) tokens.push({ start, end, kind })
    }
    lines.push(tokens)
  }
  return lines
}
