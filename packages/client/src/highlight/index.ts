export { createHighlighter, type Highlighter } from './create-highlighter.ts'
export type { HighlightPort } from './highlight-worker.ts'
export type { HighlightedCode } from './highlighted-code.ts'
export type { CodeToken, TokenKind } from './token-kinds.ts'
