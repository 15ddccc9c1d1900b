import * as z from 'zod/mini'
import { askedReplies, asksOnce, saysSomething, written } from './asked-replies.ts'
import { configurationSchema } from './configuration.ts'
import { conversationSummarySchema, cursorSchema, maxTitleLength } from './conversation.ts'
import { idSchema, modelIdSchema } from './ids.ts'
import { assistantMessageSchema, userMessageSchema } from './message.ts'

/**
 * Sends a message and starts the reply, or several. The client makes all ids, so that sending again is safe (RUN1).
 * A `conversationId` that is not there yet begins a conversation.
 */
export const sendMessageSchema = z
  .object({
    conversationId: idSchema,
    messageId: idSchema,
    /** The message it follows: the last of the path the person sees, or null for the first. */
    parentId: z.nullable(idSchema),
    ...written,
    ...askedReplies,
    /** What is set for a conversation that this begins; in one that is there it counts for nothing. */
    configuration: z.optional(configurationSchema),
    /** Whether a conversation that this begins is temporary; in one that is there it counts for nothing. @see SPEC.md TEMP1 */
    isTemporary: z.optional(z.literal(true)),
  })
  .check(asksOnce, saysSomething)

/** @see sendMessageSchema */
export type SendMessage = z.infer<typeof sendMessageSchema>

/** What a command that starts a run answers. `events` are in the log already: a client need not fold them. */
export const startedReplySchema = z.object({
  conversation: conversationSummarySchema,
  message: userMessageSchema,
  reply: assistantMessageSchema,
  /** The replies that were asked for with it; absent where it is the only one. */
  others: z.optional(z.array(assistantMessageSchema)),
})

/** @see startedReplySchema */
export type StartedReply = z.infer<typeof startedReplySchema>

export const conversationIdInputSchema = z.object({ conversationId: idSchema })

/** Most messages that are read by their ids at once. */
export const maxMessagesAtOnce = 200

const messageIdsSchema = z
  .array(idSchema)
  .check(z.maxLength(maxMessagesAtOnce, `read ${maxMessagesAtOnce} messages at most`))

/**
 * How much of a conversation's messages to read: so many of the path's last, and those `include`d, with all replies
 * that are being written; of the rest only the outline. @see SPEC.md PAGE1
 */
export const conversationPartSchema = z.object({
  recent: z.int().check(z.gte(1), z.lte(1_000)),
  include: z.optional(messageIdsSchema),
})
/** @see conversationPartSchema */
export type ConversationPart = z.infer<typeof conversationPartSchema>

/** Reads a conversation; without `part`, all its messages. */
export const getConversationSchema = z.object({ conversationId: idSchema, part: z.optional(conversationPartSchema) })

export const getMessagesSchema = z.object({ conversationId: idSchema, messageIds: messageIdsSchema })
/** @see getMessagesSchema */
export type GetMessages = z.infer<typeof getMessagesSchema>

export const createConversationSchema = z.object({
  conversationId: idSchema,
  title: z.optional(z.string().check(z.trim(), z.maxLength(maxTitleLength))),
})
/** @see createConversationSchema */
export type CreateConversation = z.infer<typeof createConversationSchema>

export const renameConversationSchema = z.object({
  conversationId: idSchema,
  title: z.string().check(z.trim(), z.minLength(1, 'a title needs some text'), z.maxLength(maxTitleLength)),
})

/** Stops a run. Stopping one that has ended changes nothing (RUN4). */
export const stopRunSchema = z.object({ conversationId: idSchema, runId: idSchema })

/**
 * Makes another reply, or several, to the user message that `messageId` (an assistant message) answers. Idempotent by
 * the replies' ids.
 */
export const regenerateSchema = z
  .object({ conversationId: idSchema, messageId: idSchema, ...askedReplies })
  .check(asksOnce)

/** @see regenerateSchema */
export type Regenerate = z.infer<typeof regenerateSchema>

/**
 * Goes on with a reply that ended before it was complete, from its last token and in the same message. Idempotent by
 * `runId`, which the client makes. Answers as a reply that was started. @see SPEC.md RUN9
 */
export const continueReplySchema = z.object({
  conversationId: idSchema,
  messageId: idSchema,
  /** The id of the run that goes on. */
  runId: idSchema,
  modelId: z.optional(modelIdSchema),
})

/** @see continueReplySchema */
export type ContinueReply = z.infer<typeof continueReplySchema>

/** Lets the path go through this message, at the fork it stands at and at those before it. @see SPEC.md TREE1 */
export const chooseBranchSchema = z.object({ conversationId: idSchema, messageId: idSchema })

/** @see chooseBranchSchema */
export type ChooseBranch = z.infer<typeof chooseBranchSchema>

/** Takes back the run that went on last in its message; one that is not done yet is stopped first. @see SPEC.md RUN10 */
export const undoContinueSchema = z.object({ conversationId: idSchema, runId: idSchema })

/** @see undoContinueSchema */
export type UndoContinue = z.infer<typeof undoContinueSchema>

/**
 * What `chat.stream` follows: the owner's workspace and, if given, one conversation. Without a cursor a log is
 * followed from its first event. `lastEventId`, set by the transport when it reconnects, wins over the cursors.
 */
export const chatStreamInputSchema = z.object({
  workspaceCursor: z.nullish(cursorSchema),
  /** True for a service that follows a reply and shows no list: it hears nothing of the workspace. */
  withoutWorkspace: z.optional(z.boolean()),
  conversation: z.nullish(z.object({ id: idSchema, cursor: z.nullish(cursorSchema) })),
  lastEventId: z.nullish(z.string().check(z.maxLength(200))),
})

/** @see chatStreamInputSchema */
export type ChatStreamInput = z.infer<typeof chatStreamInputSchema>

/** A model a person can choose. */
export const modelSchema = z.object({
  id: modelIdSchema,
  name: z.string(),
  /** True for the built-in demo, which is no AI. */
  isDemo: z.boolean(),
  /** A sentence about where it runs, such as the host of its server. */
  description: z.string(),
})

/** @see modelSchema */
export type Model = z.infer<typeof modelSchema>
