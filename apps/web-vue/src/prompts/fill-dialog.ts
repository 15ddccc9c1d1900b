import { createLatePart } from '@livetype/ui'

/** What asks for the variables of a prompt. */
export const fillDialog = createLatePart(async () => (await import('./FillDialog.vue')).default)
