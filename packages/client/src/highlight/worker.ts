export { createCodeReader } from './code-reader.ts'
export { serveHighlighting } from './serve-highlighting.ts'
