import { createLatePart } from '@livetype/ui'

/** What is drawn for paper; it comes after the first paint. */
export const printPart = createLatePart(async () => (await import('./PrintView.vue')).default)
