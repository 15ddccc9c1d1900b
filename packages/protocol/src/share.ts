import * as z from 'zod/mini'
import { idSchema } from './ids.ts'

/** More links than these no conversation can have. */
export const maxSharesOfConversation = 20

/** What gives access to what was shared, and nothing else does: 192 bits of chance, as base64url. @see SPEC.md SHARE1 */
const shareTokenSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{32}$/))

const choices = {
  /** Whether all versions of messages are shown, or those of the path alone. */
  hasBranches: z.boolean(),
  /** Whether the system prompt that was set for the conversation is shown. */
  hasSystemPrompt: z.boolean(),
}

/** What a link shows beside the messages of the path. @see SPEC.md SHARE2 */
const shareChoicesSchema = z.object(choices)

/** @see shareChoicesSchema */
export type ShareChoices = z.infer<typeof shareChoicesSchema>

/** A link to a copy of a conversation, as its owner knows it. */
export const shareSchema = z.object({
  id: idSchema,
  conversationId: idSchema,
  token: shareTokenSchema,
  ...choices,
  createdAt: z.number(),
  /** Of when the copy is. */
  updatedAt: z.number(),
})

/** @see shareSchema */
export type Share = z.infer<typeof shareSchema>

/** Makes a link. Idempotent by `shareId`, which the client makes. */
export const createShareSchema = z.object({ shareId: idSchema, conversationId: idSchema, ...choices })
/** Makes the copy behind a link anew: it shows the conversation as it is at that moment. */
export const updateShareSchema = z.object({ shareId: idSchema, ...choices })
/** Takes a link back, for good. Again it changes nothing. */
export const revokeShareSchema = z.object({ shareId: idSchema })

const logged = { seq: z.int().check(z.positive()) }

/** The events of the workspace's log that are about links. What one shows is copied in the transaction that has it. */
export const shareEvents = [
  z.object({ type: z.literal('share-saved'), ...logged, share: shareSchema }),
  z.object({ type: z.literal('share-revoked'), ...logged, shareId: idSchema }),
] as const
