import { createLatePart } from '@livetype/ui'

/** What an answer took; fetched when it is first asked for. */
export const detailsPart = createLatePart(async () => (await import('../usage/ReplyDetails.vue')).default)
