import * as z from 'zod/mini'
import { idSchema } from './ids.ts'

/** Longest search text that is taken, in UTF-16 units. */
export const maxSearchLength = 500

/** Most groups of a page of results. */
const maxGroups = 50

/**
 * Asks for the owner's titles and messages that contain all of `text`: words, "phrases", beginnings* and, left out,
 * -words. Nothing a person types is an error; what has no word in it finds nothing.
 */
export const searchQuerySchema = z.object({
  text: z.string().check(z.maxLength(maxSearchLength, `a search can have up to ${maxSearchLength} characters`)),
  /** Only in this conversation, and then more of what is found there. */
  conversationId: z.optional(idSchema),
  role: z.optional(z.enum(['user', 'assistant'])),
  /** Groups to leave out: the `nextOffset` of the page before. */
  offset: z.optional(z.int().check(z.nonnegative(), z.maximum(10_000))),
  /** Groups of a page; 20 without it. */
  limit: z.optional(z.int().check(z.positive(), z.maximum(maxGroups))),
})

/** @see searchQuerySchema */
export type SearchQuery = z.infer<typeof searchQuerySchema>

/** A piece of a text as it is shown: what was searched for, or what stands around it. Plain text, never HTML. */
export interface TextSegment {
  readonly text: string
  readonly isMatch: boolean
}

/** A message in which all was found. */
export interface SearchHit {
  readonly messageId: string
  readonly role: 'user' | 'assistant'
  /** Epoch milliseconds. */
  readonly createdAt: number
  /** The place of the text where most was found close together. */
  readonly excerpt: readonly TextSegment[]
}

/** What was found in one conversation. */
export interface SearchGroup {
  readonly conversationId: string
  readonly title: readonly TextSegment[]
  /** When the conversation was last used, in epoch milliseconds. */
  readonly updatedAt: number
  /** The best of its messages; none where all was found in its title alone. */
  readonly hits: readonly SearchHit[]
  /** How many of its messages were found. */
  readonly hitCount: number
}

/** What was found, the best conversations first. @see SPEC.md FIND1 */
export interface SearchResults {
  readonly groups: readonly SearchGroup[]
  /** How many messages were found. */
  readonly hitCount: number
  /** Whether there was more than is looked through: these are the newest then. */
  readonly isLimited: boolean
  /** For the next page; null where this was the last. */
  readonly nextOffset: number | null
}
