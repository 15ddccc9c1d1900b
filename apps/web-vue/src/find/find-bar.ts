import { createLatePart } from '@livetype/ui'

/** The search within a conversation, which comes when it is first asked for. */
export const findBar = createLatePart(async () => (await import('./FindBar.vue')).default)
