import { createLatePart } from '@livetype/ui'

/** Code with its colours and buttons. It is fetched when the first code is seen, which is plain until then. */
export const codePart = createLatePart(async () => (await import('./code-block.tsx')).CodeBlock)
