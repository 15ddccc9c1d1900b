import type { MessageView } from '@livetype/client'
import type { Feedback } from '@livetype/protocol'
import { createLatePart, failureText, nextRating, texts } from '@livetype/ui'
import { useMemo, useState } from 'react'
import { useServices } from '../services.ts'
import { useObservable, useSelected } from '../use-observable.ts'

/** The form that takes a word beside a rating; fetched when something is rated for the first time. */
const commentForm = createLatePart(async () => (await import('./rating-comment.tsx')).RatingComment)

/** What a person thinks of an answer, and what it takes to say so. @see SPEC.md FEED1 */
export function useRating(conversationId: string, messageId: string) {
  const { store, toaster } = useServices()
  const source = useMemo(() => store.message(conversationId, messageId), [store, conversationId, messageId])
  const feedback = useSelected(source, feedbackOf)
  const Form = useObservable(commentForm)
  /** What was done here last; undefined: nothing yet. */
  const [given, setGiven] = useState<Feedback | null>()
  const [isAsking, setAsking] = useState(false)

  const give = (next: Feedback | null) => {
    setGiven(next)
    store.rate(conversationId, messageId, next).catch((error: unknown) => {
      setAsking(false)
      toaster.create({ title: failureText(texts.errors.ratingFailed, error), type: 'error' })
    })
  }
  return {
    messageId,
    feedback,
    given,
    /** The rating that may get a word beside it. */
    asked: isAsking && feedback ? feedback.rating : undefined,
    Form,
    press(pressed: Feedback['rating']) {
      const next = nextRating(feedback, pressed)
      give(next)
      setAsking(next !== null)
      // A rating counts without a word: where the form can't be fetched, none is asked for.
      if (next) commentForm.load().catch(() => setAsking(false))
    },
    close: () => setAsking(false),
    comment(comment: string) {
      setAsking(false)
      if (feedback) give({ rating: feedback.rating, comment })
    },
  }
}

/** @see useRating */
export type RatingState = ReturnType<typeof useRating>

function feedbackOf(view: MessageView | undefined): Feedback | undefined {
  return view?.message.role === 'assistant' ? view.message.feedback : undefined
}
