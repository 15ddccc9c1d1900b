import { createLatePart } from '@livetype/ui'

/** The presets: fetched beside the library, which they wait for anyway. */
export const presetsPart = createLatePart(async () => (await import('./Presets.vue')).default)
