/** The words of the form that comes with a rating. */
export const ratingTexts = {
  label: {
    up: 'What was good about it? (optional)',
    down: 'What was wrong with it? (optional)',
  },
  skip: 'Skip',
  send: 'Send',
} as const
