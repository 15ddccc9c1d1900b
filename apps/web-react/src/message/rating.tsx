import { focusRatingAction, ratingAnnouncement, ratingIcons, ratings, texts } from '@livetype/ui'
import { Icon } from '../controls/icon.tsx'
import type { RatingState } from './use-rating.ts'

/** The thumbs that rate an answer; the one that is pressed takes its rating back. */
export function RatingActions({ rating }: { rating: RatingState }) {
  return (
    <>
      {ratings.map((one) => (
        <button
          key={one}
          type="button"
          className="action"
          data-rating={one}
          data-tooltip={texts.rating[one]}
          aria-label={texts.rating[one]}
          aria-pressed={rating.feedback?.rating === one}
          onClick={() => rating.press(one)}
        >
          <Icon name={ratingIcons[one]} />
        </button>
      ))}
      <p className="visually-hidden" role="status">
        {rating.given !== undefined && ratingAnnouncement(rating.given)}
      </p>
    </>
  )
}

/** Where an answer was just rated: the form for a word beside it. */
export function RatingForm({ rating }: { rating: RatingState }) {
  const { asked, Form } = rating
  if (!Form || asked === undefined) return null
  const leave = (work: () => void) => {
    focusRatingAction(rating.messageId, asked)
    work()
  }
  return (
    <Form
      key={asked}
      rating={asked}
      onSkip={() => leave(rating.close)}
      onComment={(comment) => leave(() => rating.comment(comment))}
    />
  )
}
