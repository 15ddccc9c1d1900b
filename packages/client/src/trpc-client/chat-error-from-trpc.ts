import { ChatError, failureSchema } from '@livetype/protocol'
import { isTRPCClientError } from '@trpc/client'

/** What a call threw, as a `ChatError`: the server's failure where it named one, else that it can't be reached. */
export function chatErrorFromTrpc(error: unknown): ChatError {
  if (error instanceof ChatError) return error
  const failure = failureSchema.safeParse(failureOf(error))
  if (failure.success) {
    const { code, message, isRetryable } = failure.data
    return new ChatError(code, message, { isRetryable, cause: error })
  }
  return new ChatError('internal', 'The server can’t be reached.', { isRetryable: true, cause: error })
}

function failureOf(error: unknown): unknown {
  if (!isTRPCClientError(error)) return undefined
  const data: unknown = error.data
  return typeof data === 'object' && data !== null && 'failure' in data ? data.failure : undefined
}
