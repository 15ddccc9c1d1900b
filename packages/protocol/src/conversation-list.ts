import * as z from 'zod/mini'
import { type ConversationSummary, conversationSummarySchema } from './conversation.ts'
import { idSchema } from './ids.ts'
import { tagSchema } from './tags.ts'

/** How many conversations a client reads at once. */
export const conversationsPerPage = 50
/** How many may be read at once. */
export const maxConversationsPerPage = 200

/** A place in the list, which is ordered by both: the last used first, and by id where that is the same moment. */
export const listPositionSchema = z.object({ updatedAt: z.number(), id: idSchema })

/** @see listPositionSchema */
export type ListPosition = z.infer<typeof listPositionSchema>

/**
 * How much of the list: all that is pinned, the newest `limit`, and all that comes before or at `through`, which is
 * how a client reads anew what it has. Without either: all of it.
 */
export const listConversationsSchema = z.optional(
  z.object({
    limit: z.optional(z.int().check(z.positive(), z.maximum(maxConversationsPerPage))),
    through: z.optional(z.nullable(listPositionSchema)),
  }),
)

/** @see listConversationsSchema */
export type ListConversations = z.infer<typeof listConversationsSchema>

/** Which conversations: those that are not archived, those that are, or those of the first that have a tag. */
export const listFilterSchema = z.object({
  isArchived: z.optional(z.boolean()),
  tag: z.optional(tagSchema),
})

/** @see listFilterSchema */
export type ListFilter = z.infer<typeof listFilterSchema>

/** The conversations that come after a place in the list, pinned or not; null: from its beginning. */
export const pageConversationsSchema = z.extend(listFilterSchema, {
  after: z.nullable(listPositionSchema),
  limit: z.optional(z.int().check(z.positive(), z.maximum(maxConversationsPerPage))),
})

/** @see pageConversationsSchema */
export type PageConversations = z.infer<typeof pageConversationsSchema>

/** Some conversations, and the seq of the workspace's log at which they were so. */
export const conversationPageSchema = z.object({
  conversations: z.array(conversationSummarySchema),
  /** After which place the next ones come; null where there are none. */
  next: z.nullable(listPositionSchema),
  seq: z.int().check(z.nonnegative()),
})

/** @see conversationPageSchema */
export type ConversationPage = z.infer<typeof conversationPageSchema>

/** The order of the list: negative where `a` stands before `b`. */
export function compareInList(a: ListPosition, b: ListPosition): number {
  return b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)
}

/** Whether a conversation is one of those that are asked for; one that is temporary never is. */
export function isListed(conversation: ConversationSummary, filter: ListFilter): boolean {
  if (conversation.isTemporary) return false
  if ((conversation.isArchived ?? false) !== (filter.isArchived ?? false)) return false
  return filter.tag === undefined || (conversation.tags?.includes(filter.tag) ?? false)
}
