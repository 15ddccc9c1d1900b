import { createHighlighter } from '@livetype/client/highlight'

/** Colours all code of the page, in one worker. */
export const highlighter = createHighlighter(
  () => new Worker(new URL('./highlight-worker.ts', import.meta.url), { type: 'module' }),
)
