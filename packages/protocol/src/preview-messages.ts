import * as z from 'zod/mini'

/** Longest document that is shown, in UTF-16 units. */
export const maxPreviewLength = 1_000_000

/** What a page of ours asks of the sandbox's preview.html: to draw this HTML, or this SVG. */
export const showPreviewSchema = z.object({
  kind: z.literal('show'),
  text: z.string().check(z.maxLength(maxPreviewLength)),
})

/** @see showPreviewSchema */
export type ShowPreview = z.infer<typeof showPreviewSchema>

/**
 * What preview.html says: that it listens, and what it has drawn. It comes from a page that shows what a model wrote,
 * so nothing may ever follow from it but how high a frame is and whether a note stands below it.
 */
export const previewEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({
    kind: z.literal('shown'),
    /** What the document needs, in CSS pixels. */
    height: z.number().check(z.minimum(0), z.maximum(1_000_000)),
    /** Whether something was left out: scripts, or what would have come from elsewhere. */
    isPartial: z.boolean(),
  }),
])

/** @see previewEventSchema */
export type PreviewEvent = z.infer<typeof previewEventSchema>
