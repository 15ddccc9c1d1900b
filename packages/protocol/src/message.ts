import * as z from 'zod/mini'
import { failureSchema } from './errors.ts'
import { idSchema, modelIdSchema } from './ids.ts'

export const textPartSchema = z.object({ type: z.literal('text'), text: z.string() })
export const reasoningPartSchema = z.object({ type: z.literal('reasoning'), text: z.string() })

/** A piece of a message's content. Replies interleave them; users' messages have one text part. */
export const partSchema = z.discriminatedUnion('type', [textPartSchema, reasoningPartSchema])

/** @see partSchema */
export type Part = z.infer<typeof partSchema>

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

/** How a reply stands: still being made, or ended in one of the four ways. */
export const replyStateSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('running'), startedAt: z.number() }),
  z.object({
    status: runStatusSchema,
    startedAt: z.number(),
    endedAt: z.number(),
    failure: z.optional(failureSchema),
    usage: z.optional(usageSchema),
  }),
])

/** @see replyStateSchema */
export type ReplyState = z.infer<typeof replyStateSchema>

const messageBase = {
  id: idSchema,
  parentId: z.nullable(idSchema),
  parts: z.array(partSchema),
  /** Epoch milliseconds; for showing, never for ordering (LOG2). */
  createdAt: z.number(),
}

export const userMessageSchema = z.object({ ...messageBase, role: z.literal('user') })

/** A reply: one run of one model under the user message `parentId`. */
export const assistantMessageSchema = z.object({
  ...messageBase,
  role: z.literal('assistant'),
  runId: idSchema,
  modelId: modelIdSchema,
  /** The model's name as shown to a person at the time of the run. */
  modelName: z.string(),
  reply: replyStateSchema,
})

/** A message: a node of the conversation's tree. */
export const messageSchema = z.discriminatedUnion('role', [userMessageSchema, assistantMessageSchema])

export type UserMessage = z.infer<typeof userMessageSchema>
export type AssistantMessage = z.infer<typeof assistantMessageSchema>
/** @see messageSchema */
export type Message = z.infer<typeof messageSchema>

/** The text parts of a message, joined. */
export function textOf(message: { readonly parts: readonly Part[] }): string {
  return message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('')
}
