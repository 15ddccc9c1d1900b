import * as z from 'zod/mini'
import type { ConversationSummary } from './conversation.ts'
import { idSchema } from './ids.ts'
import { tagSchema } from './tags.ts'

/** How many conversations one command may be about; who has more sends several. */
export const maxConversationsAtOnce = 500

/** What changes in how a conversation is kept; what is absent stays. Tags are all that it then has. */
export const filingSchema = z.object({
  isPinned: z.optional(z.boolean()),
  isArchived: z.optional(z.boolean()),
  tags: z.optional(z.array(tagSchema)),
})

/** @see filingSchema */
export type Filing = z.infer<typeof filingSchema>

/** As `Filing`, for conversations that may have different tags. */
export const filingChangesSchema = z.object({
  isPinned: z.optional(z.boolean()),
  isArchived: z.optional(z.boolean()),
  addTags: z.optional(z.array(tagSchema).check(z.maxLength(20))),
  removeTags: z.optional(z.array(tagSchema).check(z.maxLength(20))),
})

/** @see filingChangesSchema */
export type FilingChanges = z.infer<typeof filingChangesSchema>

/** Several conversations. Those that are not there are left out; where none is, that is an error. */
export const conversationIdsInputSchema = z.object({
  conversationIds: z.array(idSchema).check(z.minLength(1), z.maxLength(maxConversationsAtOnce)),
})

/** Pins, archives or tags conversations, all in one transaction. */
export const fileConversationsSchema = z.extend(conversationIdsInputSchema, { changes: filingChangesSchema })

/** @see fileConversationsSchema */
export type FileConversations = z.infer<typeof fileConversationsSchema>

/** What `changes` mean for this conversation. */
export function filingOf(conversation: Pick<ConversationSummary, 'tags'>, changes: FilingChanges): Filing {
  const { addTags = [], removeTags = [], isPinned, isArchived } = changes
  const tags = new Set([...(conversation.tags ?? []), ...addTags])
  for (const tag of removeTags) tags.delete(tag)
  return {
    ...(isPinned !== undefined && { isPinned }),
    ...(isArchived !== undefined && { isArchived }),
    ...((addTags.length > 0 || removeTags.length > 0) && { tags: sortedTags(tags) }),
  }
}

/** The conversation as it is after `filing`; itself where that changes nothing. */
export function withFiling(conversation: ConversationSummary, filing: Filing): ConversationSummary {
  const { isPinned, isArchived, tags, ...rest } = conversation
  const next: ConversationSummary = {
    ...rest,
    ...((filing.isPinned ?? isPinned) && { isPinned: true }),
    ...((filing.isArchived ?? isArchived) && { isArchived: true }),
    ...withTags(filing.tags ?? tags ?? []),
  }
  return isFiledAlike(conversation, next) ? conversation : next
}

/** Whether two states of a conversation are kept in the same way. */
export function isFiledAlike(a: ConversationSummary, b: ConversationSummary): boolean {
  const [tagsOfA, tagsOfB] = [a.tags ?? [], b.tags ?? []]
  return (
    a.isPinned === b.isPinned &&
    a.isArchived === b.isArchived &&
    tagsOfA.length === tagsOfB.length &&
    tagsOfA.every((tag, index) => tag === tagsOfB[index])
  )
}

/** As a summary has them: absent where there are none. */
export function withTags(tags: readonly string[]): Pick<ConversationSummary, 'tags'> {
  return tags.length > 0 ? { tags: sortedTags(tags) } : {}
}

/** In one order everywhere, whatever the language: by code units. */
function sortedTags(tags: Iterable<string>): string[] {
  return [...tags].sort()
}
