import * as z from 'zod/mini'
import { attachmentIdsSchema } from './attachment.ts'
import { idSchema, modelIdSchema } from './ids.ts'

/** Longest text of one message, in UTF-16 units: room for 200 kB of plain text with a margin. */
export const maxMessageTextLength = 400_000

const longestTextSchema = z
  .string()
  .check(z.maxLength(maxMessageTextLength, `a message can have up to ${maxMessageTextLength} characters`))

/** The text of a message that has nothing else: something to read, and not endless. */
export const messageTextSchema = longestTextSchema.check(
  z.refine((text) => text.trim() !== '', 'a message needs some text'),
)

/** Most replies that can be asked for at once. */
export const maxRepliesAtOnce = 4

const askedReply = {
  /** Which model answers; without it, the server's first. */
  modelId: z.optional(modelIdSchema),
  /** The id of the assistant message to come, so that a client can show it at once. */
  replyId: idSchema,
}

export const askedReplySchema = z.object(askedReply)

/** @see askedReplySchema */
export type AskedReply = z.infer<typeof askedReplySchema>

/** The replies to one message. @see SPEC.md RUN11 */
export const askedRepliesSchema = z
  .array(askedReplySchema)
  .check(
    z.minLength(1, 'ask for one reply at least'),
    z.maxLength(maxRepliesAtOnce, `ask for ${maxRepliesAtOnce} replies at most`),
  )

/** One reply, as `replyId` and `modelId`, or several to be made at once. @see SPEC.md RUN11 */
export const askedReplies = {
  modelId: askedReply.modelId,
  replyId: z.optional(idSchema),
  replies: z.optional(askedRepliesSchema),
}

/** Of a command that has `askedReplies`: it says which in one of the two ways. */
export const asksOnce = z.refine<{ replyId?: string | undefined; replies?: unknown }>(
  ({ replyId, replies }) => (replyId === undefined) !== (replies === undefined),
  'give either a replyId or replies',
)

/** The replies that a command asks for, one at least. */
export function repliesOf(command: {
  readonly modelId?: string | undefined
  readonly replyId?: string | undefined
  readonly replies?: readonly AskedReply[] | undefined
}): readonly AskedReply[] {
  const { modelId, replyId, replies } = command
  if (replies) return replies
  return replyId === undefined ? [] : [{ replyId, ...(modelId !== undefined && { modelId }) }]
}

/** What a person wrote and attached. */
export const written = {
  /** May be empty where something is attached. */
  text: longestTextSchema,
  /** What was uploaded before. @see SPEC.md FILE3 */
  attachmentIds: z.optional(attachmentIdsSchema),
}

/** Of a command that has `written`: there is something in it. */
export const saysSomething = z.refine<{ text: string; attachmentIds?: readonly string[] | undefined }>(
  ({ text, attachmentIds = [] }) => text.trim() !== '' || attachmentIds.length > 0,
  'a message needs some text or an attachment',
)
