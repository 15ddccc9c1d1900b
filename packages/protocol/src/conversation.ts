import * as z from 'zod/mini'
import { configurationSchema } from './configuration.ts'
import { idSchema } from './ids.ts'
import { librarySchema } from './library.ts'
import { messageSchema } from './message.ts'
import { outlineSchema } from './outline.ts'
import { messageQueueSchema } from './queue.ts'
import { defaultSettings, settingsSchema } from './settings.ts'
import { tagSchema } from './tags.ts'

/** Longest title kept, in UTF-16 units; longer ones are cut. */
export const maxTitleLength = 200

/** Who made a title: a title by a person is never overwritten by a model. */
export const titleOriginSchema = z.enum(['words', 'model', 'user'])

/** @see titleOriginSchema */
export type TitleOrigin = z.infer<typeof titleOriginSchema>

/** A conversation as the list shows it. Times are epoch milliseconds. */
export const conversationSummarySchema = z.object({
  id: idSchema,
  title: z.string(),
  titleOrigin: titleOriginSchema,
  createdAt: z.number(),
  /** When its last message was sent or its last reply ended; the list is ordered by it. */
  updatedAt: z.number(),
  /** Replies being made right now. */
  runningCount: z.int().check(z.nonnegative()),
  /** Stands on top of the list. */
  isPinned: z.optional(z.literal(true)),
  /** Stands in a list of its own. */
  isArchived: z.optional(z.literal(true)),
  /** In one order; absent: none. */
  tags: z.optional(z.array(tagSchema)),
  /** In no list, and gone for good a while after it was left. Its title is empty. @see SPEC.md TEMP1 */
  isTemporary: z.optional(z.literal(true)),
})

/** @see conversationSummarySchema */
export type ConversationSummary = z.infer<typeof conversationSummarySchema>

/** A position in a log, `epoch:seq`. Opaque to clients. @see SPEC.md SUB1, SUB2 */
export const cursorSchema = z.string().check(z.minLength(1), z.maxLength(100))

/** A conversation with its messages and the cursor at which the log goes on, all from one read transaction. */
export const conversationSnapshotSchema = z.object({
  conversation: conversationSummarySchema,
  /** In the order in which they were added; where there is an `outline`, not all of them. */
  messages: z.array(messageSchema),
  /** Of all messages, where not all are in `messages`. @see SPEC.md PAGE1 */
  outline: z.optional(outlineSchema),
  /** Of all messages, those that a person chose and that no sibling was added or chosen after. @see SPEC.md TREE1 */
  chosenIds: z.optional(z.array(idSchema)),
  /** Absent where nothing is set. */
  configuration: z.optional(configurationSchema),
  /** Absent where no message waits. */
  queue: z.optional(messageQueueSchema),
  cursor: cursorSchema,
  /** The seq of the last event that it contains. */
  seq: z.int().check(z.nonnegative()),
})

/** @see conversationSnapshotSchema */
export type ConversationSnapshot = z.infer<typeof conversationSnapshotSchema>

/** Conversations of an owner, the last used first, and the cursor at which the workspace's log goes on. */
export const workspaceSnapshotSchema = z.object({
  conversations: z.array(conversationSummarySchema),
  /** After which place in the list there are more that are not here; absent: none. @see listPositionSchema */
  next: z.optional(z.nullable(z.object({ updatedAt: z.number(), id: idSchema }))),
  settings: z._default(settingsSchema, defaultSettings),
  /** Absent where it is empty. */
  library: z.optional(librarySchema),
  cursor: cursorSchema,
  seq: z.int().check(z.nonnegative()),
})

/** @see workspaceSnapshotSchema */
export type WorkspaceSnapshot = z.infer<typeof workspaceSnapshotSchema>
