import type { CodeToken, TokenKind } from './token-kinds.ts'

/** A line that is longer, in UTF-16 units, is left plain: it is data rather than code, and reading it takes long. */
export const maxLineLength = 2_000
/** Of a line that takes longer the rest is left as it stands. The first lines of a language take long: its patterns are compiled. */
const timeLimitMs = 5_000

/** What is needed of a TextMate grammar: `tokens` are pairs of a start and what holds from there. */
export interface LineGrammar<State> {
  tokenizeLine2(
    line: string,
    state: State | null,
    timeLimitMs?: number,
  ): { tokens: ArrayLike<number>; ruleStack: State }
}

/** The tokens of a block of code, line by line. */
export interface LineTokenizer {
  /** The tokens of the next lines. One that is still being written is given again, complete, the next time. */
  tokenize(lines: readonly string[], isLastOpen: boolean): CodeToken[][]
}

/**
 * Reads code line by line: what a line leaves open (a comment, a template) is kept for the next, so that no line is
 * read twice but the one that is still being written. `kindOf` tells a kind by the index of its colour.
 */
export function createLineTokenizer<State>(
  grammar: LineGrammar<State>,
  kindOf: (colour: number) => TokenKind | undefined,
): LineTokenizer {
  let state: State | null = null
  return {
    tokenize(lines, isLastOpen) {
      return lines.map((line, index) => {
        if (line.length > maxLineLength) return []
        const { tokens, ruleStack } = grammar.tokenizeLine2(line, state, timeLimitMs)
        if (!isLastOpen || index < lines.length - 1) state = ruleStack
        return tokensOf(line, tokens, kindOf)
      })
    },
  }
}

function tokensOf(
  line: string,
  pairs: ArrayLike<number>,
  kindOf: (colour: number) => TokenKind | undefined,
): CodeToken[] {
  const tokens: { start: number; end: number; kind: TokenKind }[] = []
  for (let index = 0; index < pairs.length; index += 2) {
    const start = pairs[index] ?? 0
    const end = Math.min(pairs[index + 2] ?? line.length, line.length)
    const kind = kindOf(colourOf(pairs[index + 1] ?? 0))
    if (kind === undefined || end <= start || line.slice(start, end).trim() === '') continue
    const last = tokens.at(-1)
    if (last?.kind === kind && line.slice(last.end, start).trim() === '') last.end = end
    else tokens.push({ start, end, kind })
  }
  return tokens
}

/** Bits 15 to 23 of what vscode-textmate says of a token. */
function colourOf(metadata: number): number {
  return (metadata >>> 15) & 0x1ff
}
