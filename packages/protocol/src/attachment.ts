import * as z from 'zod/mini'
import { idSchema } from './ids.ts'

/** The images that are taken: those that browsers show and models can be given. */
export const imageMediaTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const

/** Longest name of a file that is kept, in UTF-16 units. */
export const maxFileNameLength = 200

/** More attachments than these no message can have, whatever a server allows. */
export const mostAttachments = 50

const fileFields = {
  /** The upload's id, which the client made. Its bytes are at `/files/<fileId>`. */
  fileId: idSchema,
  /** As a person called it; for showing, never a path. */
  name: z.string().check(z.minLength(1), z.maxLength(maxFileNameLength)),
  sizeBytes: z.int().check(z.nonnegative()),
}

const imagePartSchema = z.object({
  type: z.literal('image'),
  ...fileFields,
  /** By its bytes, never by its name. @see SPEC.md FILE1 */
  mediaType: z.enum(imageMediaTypes),
  /** In pixels. */
  width: z.int().check(z.positive()),
  height: z.int().check(z.positive()),
})

const filePartSchema = z.object({
  type: z.literal('file'),
  ...fileFields,
  mediaType: z.enum(['text/plain', 'application/pdf']),
  /** How much text a model is given of it, in UTF-16 units. */
  textLength: z.int().check(z.nonnegative()),
})

/** A part of a person's message that is a file: an image, or something to read. */
export const attachmentSchema = z.discriminatedUnion('type', [imagePartSchema, filePartSchema])

/** @see attachmentSchema */
export type Attachment = z.infer<typeof attachmentSchema>
/** An attachment that is an image. */
export type ImageAttachment = z.infer<typeof imagePartSchema>

/** What a server takes. */
export const attachmentLimitsSchema = z.object({
  maxFileBytes: z.int().check(z.positive()),
  /** In one message. */
  maxAttachments: z.int().check(z.positive(), z.maximum(mostAttachments)),
  maxImagePixels: z.int().check(z.positive()),
  /** Of one file, in UTF-16 units. */
  maxTextLength: z.int().check(z.positive()),
})

/** @see attachmentLimitsSchema */
export type AttachmentLimits = z.infer<typeof attachmentLimitsSchema>

/** Ids of uploads to be attached, each once, in the order in which they are shown. */
export const attachmentIdsSchema = z.array(idSchema).check(
  z.maxLength(mostAttachments),
  z.refine((ids) => new Set(ids).size === ids.length, 'the same file is attached twice'),
)
