import { createLatePart } from '@livetype/ui'

/** What shows an image by itself: it comes when the first one is opened. */
export const imageViewerPart = createLatePart(async () => (await import('./ImageViewer.vue')).default)
