import * as z from 'zod/mini'
import { type Attachment, attachmentSchema } from './attachment.ts'
import { failureSchema } from './errors.ts'
import { feedbackSchema } from './feedback.ts'
import { idSchema, modelIdSchema } from './ids.ts'

/** When a model began to write it, by the server's clock. Parts from before this was kept have none. */
const partBegun = { startedAt: z.optional(z.number()) }

export const textPartSchema = z.object({ type: z.literal('text'), text: z.string(), ...partBegun })
export const reasoningPartSchema = z.object({
  type: z.literal('reasoning'),
  text: z.string(),
  ...partBegun,
  /** For how long the model thought, once it has gone on to something else or its run has ended; where it is known. */
  durationMs: z.optional(z.number().check(z.nonnegative())),
})

/** A piece of a reply's content. Replies interleave them. */
export const partSchema = z.discriminatedUnion('type', [textPartSchema, reasoningPartSchema])

/** @see partSchema */
export type Part = z.infer<typeof partSchema>

/** A piece of what a person sent: attachments, then the text if there is one. */
export const userPartSchema = z.discriminatedUnion('type', [textPartSchema, attachmentSchema])

/** @see userPartSchema */
export type UserPart = z.infer<typeof userPartSchema>

/** How a run ended. @see SPEC.md RUN3 */
export const runStatusSchema = z.enum(['completed', 'stopped', 'failed', 'interrupted'])

/** @see runStatusSchema */
export type RunStatus = z.infer<typeof runStatusSchema>

/** Tokens of a run, as the model's server counted them. */
export const usageSchema = z.object({
  inputTokens: z.int().check(z.nonnegative()),
  outputTokens: z.int().check(z.nonnegative()),
})

/** @see usageSchema */
export type Usage = z.infer<typeof usageSchema>

/** Milliseconds from when a run asked its model to the first text or reasoning; absent where nothing came, or of old. */
export const firstTokenMsSchema = z.optional(z.int().check(z.nonnegative()))

export const endedReplySchema = z.object({
  status: runStatusSchema,
  /** Of one that ended in the queue: since when it had waited. */
  startedAt: z.number(),
  endedAt: z.number(),
  failure: z.optional(failureSchema),
  usage: z.optional(usageSchema),
  firstTokenMs: firstTokenMsSchema,
})

/** How a reply stands: waiting for its turn, being written, or ended in one of the four ways. */
export const replyStateSchema = z.discriminatedUnion('status', [
  /** It begins when another reply has ended. @see SPEC.md RUN7 */
  z.object({ status: z.literal('queued'), queuedAt: z.number() }),
  z.object({ status: z.literal('running'), startedAt: z.number() }),
  endedReplySchema,
])

/** @see replyStateSchema */
export type ReplyState = z.infer<typeof replyStateSchema>
/** How a reply stands that nothing more is coming for. */
export type EndedReply = z.infer<typeof endedReplySchema>

/** Whether a reply is still to come to its end: queued or running. */
export function isOpen(reply: ReplyState): reply is Exclude<ReplyState, EndedReply> {
  return reply.status === 'queued' || reply.status === 'running'
}

const messageBase = {
  id: idSchema,
  parentId: z.nullable(idSchema),
  /** Epoch milliseconds; for showing, never for ordering (LOG2). */
  createdAt: z.number(),
}

export const userMessageSchema = z.object({
  ...messageBase,
  role: z.literal('user'),
  parts: z.array(userPartSchema),
})

const runOfMessage = {
  runId: idSchema,
  modelId: modelIdSchema,
  /** The model's name as shown to a person at the time of the run. */
  modelName: z.string(),
}

/** A run that another one went on from, and what the message had then: what undoing the later one brings back. */
export const earlierRunSchema = z.object({
  ...runOfMessage,
  reply: endedReplySchema,
  /** The length of each part, in UTF-16 units, when the next run began. @see SPEC.md RUN10 */
  partLengths: z.array(z.int().check(z.nonnegative())),
})

/** @see earlierRunSchema */
export type EarlierRun = z.infer<typeof earlierRunSchema>

/** A reply under the user message `parentId`: the work of a run, or of several that went on from one another. */
export const assistantMessageSchema = z.object({
  ...messageBase,
  role: z.literal('assistant'),
  parts: z.array(partSchema),
  /** The last run, and how that stands. */
  ...runOfMessage,
  reply: replyStateSchema,
  /** Of replies that were asked for together: the id of the first of them, its own included. @see SPEC.md RUN11 */
  groupId: z.optional(idSchema),
  /** The runs before it, the first one first; absent where there are none. */
  earlierRuns: z.optional(z.array(earlierRunSchema).check(z.minLength(1))),
  /** What a person thought of it, last; absent: nothing, or taken back. */
  feedback: z.optional(feedbackSchema),
})

/** A message: a node of the conversation's tree. */
export const messageSchema = z.discriminatedUnion('role', [userMessageSchema, assistantMessageSchema])

export type UserMessage = z.infer<typeof userMessageSchema>
export type AssistantMessage = z.infer<typeof assistantMessageSchema>
/** @see messageSchema */
export type Message = z.infer<typeof messageSchema>

/** The text parts of a message, joined. */
export function textOf(message: { readonly parts: readonly (Part | UserPart)[] }): string {
  return message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('')
}

/** The files that came with a message, in order; a reply has none. */
export function attachmentsOf(message: { readonly parts: readonly (Part | UserPart)[] }): Attachment[] {
  return message.parts.filter((part) => part.type === 'image' || part.type === 'file')
}

/** What a person's message is made of. */
export function userParts(text: string, attachments: readonly Attachment[]): UserPart[] {
  return [...attachments, ...(text === '' && attachments.length > 0 ? [] : [{ type: 'text' as const, text }])]
}
