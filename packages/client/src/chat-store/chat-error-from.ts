import { ChatError } from '@livetype/protocol'

/** What was thrown, as a `ChatError`. Anything that is not one is a mistake of ours, which trying again won't mend. */
export function chatErrorFrom(error: unknown): ChatError {
  if (error instanceof ChatError) return error
  return new ChatError('internal', 'Something went wrong in this page. Reloading it may help.', { cause: error })
}
