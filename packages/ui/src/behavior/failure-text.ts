import { sentenceOf } from '../languages/catalogue.ts'
import { texts } from '../texts/texts.ts'

/** What a note about something that did not work says: what it was, and why, where there are words for it. */
export function failureText(what: string, error: unknown): string {
  // Other errors are not written for people. The name is that of `ChatError` in the protocol.
  if (!(error instanceof Error) || error.name !== 'ChatError' || error.message === '') return what
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return texts.errors.withReason(what, sentenceOf({ code, message: error.message }))
}
