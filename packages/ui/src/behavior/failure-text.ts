/** What a note about something that did not work says: what it was, and why, where the server had words for it. */
export function failureText(what: string, error: unknown): string {
  // Other errors are not written for people. The name is that of `ChatError` in the protocol.
  if (!(error instanceof Error) || error.name !== 'ChatError' || error.message === '') return what
  return `${what} ${error.message}`
}
