import type { Feedback } from '@livetype/protocol'
import type { IconName } from '../icons/icons.ts'
import { texts } from '../texts/texts.ts'

/** What an answer can be rated as, in the order in which it is offered. */
export const ratings: readonly Feedback['rating'][] = ['up', 'down']

/** The icon of each rating. */
export const ratingIcons: Readonly<Record<Feedback['rating'], IconName>> = { up: 'thumbs-up', down: 'thumbs-down' }

/** What a rating becomes where a thumb is pressed: the one that is pressed already is taken back. @see SPEC.md FEED1 */
export function nextRating(feedback: Feedback | undefined, pressed: Feedback['rating']): Feedback | null {
  return feedback?.rating === pressed ? null : { rating: pressed }
}

/** What those hear who listen, once a person has rated an answer or taken that back. */
export function ratingAnnouncement(feedback: Feedback | null): string {
  return feedback ? texts.rating.given[feedback.rating] : texts.rating.takenBack
}
