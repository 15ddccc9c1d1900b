import { createLatePart } from '@livetype/ui'

/** Code with its colours and buttons. Code is plain until it has come: when the page was idle first, or code is seen. */
export const codePart = createLatePart(async () => (await import('./code-block.tsx')).CodeBlock)
