import { platformTimers, type Timers } from '../timers.ts'
import { codeLanguage } from './code-languages.ts'
import { createHighlightWorker, type HighlightPort } from './highlight-worker.ts'
import { type HighlightedCode, highlightCode, plainCode } from './highlighted-code.ts'
import { createKeptTokens } from './kept-tokens.ts'

/** Colours the code of a page, with one worker that is made when there is code to colour. */
export interface Highlighter {
  /**
   * Begins a block of a language, by whatever name. `onTokens` is called with the lines, from `first` up to `end`, whose
   * tokens have come.
   */
  open(language: string, onTokens: (first: number, end: number) => void): HighlightedCode
}

/** UTF-16 units of code whose tokens are kept. */
const keptLength = 1_000_000

/** Makes the highlighter of a page; `openPort` makes its worker. */
export function createHighlighter(openPort: () => HighlightPort, timers: Timers = platformTimers): Highlighter {
  const worker = createHighlightWorker(openPort, timers)
  const kept = createKeptTokens(keptLength)
  let lastBlock = 0
  const nextBlock = () => ++lastBlock
  return {
    open(name, onTokens) {
      const language = codeLanguage(name)
      return language ? highlightCode(language, { worker, kept, nextBlock, onTokens }) : plainCode()
    },
  }
}
