import * as z from 'zod/mini'
import { askedReplies, askedRepliesSchema, asksOnce, saysSomething, written } from './asked-replies.ts'
import { failureSchema } from './errors.ts'
import { idSchema } from './ids.ts'
import { userPartSchema } from './message.ts'

/** Most messages that can wait in one conversation. */
export const maxQueuedMessages = 20

/** What a queued message says: as a person's message. */
export const queuedPartsSchema = z.array(userPartSchema)

/** A message that goes out when nothing is being written any more. What it follows is known when it goes. @see SPEC.md QUEUE1 */
export const queuedMessageSchema = z.object({
  /** The id that the message will have. */
  id: idSchema,
  parts: queuedPartsSchema,
  /** Who answers it, with the ids of the replies to come; of several, the first leads on. */
  replies: askedRepliesSchema,
  queuedAt: z.number(),
})

/** @see queuedMessageSchema */
export type QueuedMessage = z.infer<typeof queuedMessageSchema>

/**
 * Why queued messages stay where they are: the reply that the first of them would follow was `stopped`, `failed` or
 * `interrupted`, or the message itself was `refused`, which has a failure. @see SPEC.md QUEUE3
 */
export const queueHoldSchema = z.discriminatedUnion('reason', [
  z.object({ reason: z.enum(['stopped', 'failed', 'interrupted']) }),
  z.object({ reason: z.literal('refused'), failure: failureSchema }),
])

/** @see queueHoldSchema */
export type QueueHold = z.infer<typeof queueHoldSchema>

/** The messages that wait in a conversation, in the order in which they go out. */
export const messageQueueSchema = z.object({
  messages: z.readonly(z.array(queuedMessageSchema)),
  /** Null: they go out when it is their turn. */
  hold: z.nullable(queueHoldSchema),
})

/** @see messageQueueSchema */
export type MessageQueue = z.infer<typeof messageQueueSchema>

/** What most conversations have. */
export const emptyQueue: MessageQueue = { messages: [], hold: null }

/**
 * Lets a message go out when nothing is being written in its conversation any more: at once where that is so. The
 * client makes all ids; the same id again changes nothing, also where it was edited, removed or sent since (RUN1).
 */
export const queueMessageSchema = z
  .object({ conversationId: idSchema, messageId: idSchema, ...written, ...askedReplies })
  .check(asksOnce, saysSomething)

/** @see queueMessageSchema */
export type QueueMessage = z.infer<typeof queueMessageSchema>

/** Changes what a queued message says; who answers it stays. */
export const editQueuedSchema = z
  .object({ conversationId: idSchema, messageId: idSchema, ...written })
  .check(saysSomething)

/** @see editQueuedSchema */
export type EditQueued = z.infer<typeof editQueuedSchema>

/** Takes a queued message out of its queue; again it changes nothing. */
export const removeQueuedSchema = z.object({ conversationId: idSchema, messageId: idSchema })

/** @see removeQueuedSchema */
export type RemoveQueued = z.infer<typeof removeQueuedSchema>

/** Stops what is being written in a conversation, then sends this queued message, whichever waited before it. */
export const sendQueuedNowSchema = z.object({ conversationId: idSchema, messageId: idSchema })

/** @see sendQueuedNowSchema */
export type SendQueuedNow = z.infer<typeof sendQueuedNowSchema>
