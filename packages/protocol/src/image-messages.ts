import * as z from 'zod/mini'

/** Longest address of an image that is loaded, in UTF-16 units. */
export const maxImageAddressLength = 8_000

/** What a page of ours asks of the sandbox's image.html: to load the image of this address. */
export const showImageSchema = z.object({
  kind: z.literal('show'),
  address: z.string().check(z.maxLength(maxImageAddressLength), z.regex(/^https?:\/\//i)),
  /** What it shows, for those who don't see it. */
  description: z.string(),
})

/** @see showImageSchema */
export type ShowImage = z.infer<typeof showImageSchema>

/** In CSS pixels. */
const sideSchema = z.number().check(z.minimum(1), z.maximum(100_000))

/**
 * What image.html says: that it listens, and what became of the image. It comes from a page that shows what another
 * server sent, so nothing may ever follow from it but how large a frame is.
 */
export const imageEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('shown'), width: sideSchema, height: sideSchema }),
  z.object({ kind: z.literal('failed') }),
])

/** @see imageEventSchema */
export type ImageEvent = z.infer<typeof imageEventSchema>
