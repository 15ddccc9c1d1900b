import type { CodeLanguage } from './code-languages.ts'
import { createGrowingLines } from './growing-lines.ts'
import type { HighlightWorker } from './highlight-worker.ts'
import type { KeptTokens } from './kept-tokens.ts'
import type { CodeToken } from './token-kinds.ts'

/** A block of code that may grow, with what is known of its colours. */
export interface HighlightedCode {
  /** At least one; none has its line end. */
  readonly lines: readonly string[]
  /** The tokens of a line as far as they are known: what they do not reach is plain. They may reach beyond its end. */
  tokensOf(line: number): readonly CodeToken[]
  /** Takes the text as it is now, and says from which line on it is another. Its colours follow. */
  update(text: string): number
  /** Nobody looks at it any more. */
  close(): void
}

interface Means {
  readonly worker: HighlightWorker
  readonly kept: KeptTokens
  readonly nextBlock: () => number
  readonly onTokens: (first: number, end: number) => void
}

/** So many lines are asked for at once: a long block is coloured from its beginning on, and others get their turn. */
const linesAtOnce = 200
const noTokens: readonly CodeToken[] = []

/** Code of a language that is not coloured. */
export function plainCode(): HighlightedCode {
  const lines = createGrowingLines()
  return { lines: lines.texts, tokensOf: () => noTokens, update: (text) => lines.update(text), close() {} }
}

/**
 * Code whose lines are asked for as they come: those that are complete once each, the last one again while it grows.
 * What was coloured stays so until another answer comes, so that nothing flickers.
 */
export function highlightCode(language: CodeLanguage, { worker, kept, nextBlock, onTokens }: Means): HighlightedCode {
  const lines = createGrowingLines()
  const tokens: (readonly CodeToken[])[] = []
  let text = ''
  let block = nextBlock()
  let state: 'resting' | 'asking' | 'plain' | 'closed' = 'resting'
  /** How many lines were read to their end, or are being read, and what was read of the one behind them. */
  let readLines = 0
  let readOfNext = ''

  function ask(): void {
    if (state !== 'resting') return
    const first = readLines
    const next = lines.texts.slice(first, first + linesAtOnce)
    const isLastOpen = first + next.length === lines.texts.length
    const last = next.at(-1) ?? ''
    if (isLastOpen && next.length === 1 && last === readOfNext) return
    state = 'asking'
    readLines = first + next.length - (isLastOpen ? 1 : 0)
    readOfNext = isLastOpen ? last : ''
    worker.ask({ type: 'lines', block, language, first, lines: next, isLastOpen }, (answer) => {
      state = answer ? 'resting' : 'plain'
      if (!answer) return
      tokens.splice(first, answer.length, ...answer)
      onTokens(first, first + answer.length)
      ask()
    })
  }

  /** What was read to its end is another now. */
  function beginAnew(from: number): void {
    tokens.length = Math.min(tokens.length, from)
    worker.leave(block)
    block = nextBlock()
    readLines = 0
    readOfNext = ''
    if (state === 'asking') state = 'resting'
  }

  /** Whether all of the text as it is now has been read. */
  const isRead = () => readLines === lines.texts.length - 1 && readOfNext === lines.texts[readLines]

  return {
    lines: lines.texts,
    tokensOf: (line) => tokens[line] ?? noTokens,
    update(next) {
      const from = lines.update(next)
      text = next
      if (state === 'closed') return from
      if (from < readLines) beginAnew(from)
      const known = readLines === 0 && state === 'resting' ? kept.get(language, next) : undefined
      if (known) {
        tokens.splice(0, tokens.length, ...known)
        return 0
      }
      ask()
      return from
    },
    close() {
      if (state === 'resting' && isRead()) kept.keep(language, text, tokens)
      if (state !== 'closed') worker.leave(block)
      state = 'closed'
    },
  }
}
