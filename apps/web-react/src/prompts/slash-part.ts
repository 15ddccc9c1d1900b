import { createLatePart } from '@livetype/ui'

/** The prompts behind a slash in the composer: they come after the first paint. */
export const slashPart = createLatePart(async () => (await import('./slash-prompts.tsx')).SlashPrompts)
