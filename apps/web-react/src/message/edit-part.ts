import { createLatePart } from '@livetype/ui'

/** The form that writes a message otherwise: it comes after the first paint. */
export const editPart = createLatePart(async () => (await import('./edit-form.tsx')).EditForm)
