import { type Feedback, maxFeedbackLength } from '@livetype/protocol'
import { focusUnasked, isCancelKey } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import { useEffect, useRef, useState } from 'react'

/** Takes a word beside a rating that was given; it can be left out. */
export function RatingComment(props: {
  readonly rating: Feedback['rating']
  readonly onSkip: () => void
  readonly onComment: (comment: string) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const words = laterTexts.rating
  useEffect(() => focusUnasked(input.current), [])
  return (
    <form
      className="rating-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '') props.onSkip()
        else props.onComment(text.trim())
      }}
      onKeyDown={(event) => {
        if (!isCancelKey(event.nativeEvent)) return
        event.preventDefault()
        props.onSkip()
      }}
    >
      <input
        ref={input}
        className="rating-input"
        type="text"
        dir="auto"
        autoComplete="off"
        maxLength={maxFeedbackLength}
        aria-label={words.label[props.rating]}
        placeholder={words.label[props.rating]}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="button" className="button" onClick={props.onSkip}>
        {words.skip}
      </button>
      <button type="submit" className="button" data-primary disabled={text.trim() === ''}>
        {words.send}
      </button>
    </form>
  )
}
