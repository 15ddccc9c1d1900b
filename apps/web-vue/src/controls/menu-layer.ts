import { createLatePart } from '@livetype/ui'

/** The menus themselves, of all buttons. */
export const menuLayer = createLatePart(async () => (await import('./MenuLayer.vue')).default)
