import * as z from 'zod/mini'
import { idSchema } from './ids.ts'

/** Longest word that goes with a rating, in UTF-16 units. */
export const maxFeedbackLength = 1_000

/** What a person thinks of an answer. */
export const feedbackSchema = z.object({
  rating: z.enum(['up', 'down']),
  /** In their own words; absent: none. */
  comment: z.optional(z.string().check(z.minLength(1), z.maxLength(maxFeedbackLength))),
})

/** @see feedbackSchema */
export type Feedback = z.infer<typeof feedbackSchema>

/** Rates an answer; null takes the rating back. What was said last counts. */
export const giveFeedbackSchema = z.object({
  conversationId: idSchema,
  messageId: idSchema,
  feedback: z.nullable(feedbackSchema),
})

/** @see giveFeedbackSchema */
export type GiveFeedback = z.infer<typeof giveFeedbackSchema>

/** Whether two ratings say the same. */
export function isSameFeedback(a: Feedback | null | undefined, b: Feedback | null | undefined): boolean {
  return a?.rating === b?.rating && a?.comment === b?.comment
}
