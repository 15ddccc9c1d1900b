import { createLatePart } from '@livetype/ui'

/** What is set for a conversation, to look at and to change. */
export const configurationDialog = createLatePart(async () => (await import('./ConfigurationDialog.vue')).default)
