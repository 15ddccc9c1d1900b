import * as z from 'zod/mini'

/** Every way in which something can go wrong that a client may be told of. */
export const chatErrorCodeSchema = z.enum([
  'invalid-input',
  'conversation-not-found',
  'message-not-found',
  'run-not-found',
  'model-not-found',
  'file-not-found',
  'share-not-found',
  'file-too-large',
  'file-refused',
  'id-conflict',
  'reply-conflict',
  'queue-full',
  'queue-conflict',
  'too-many-runs',
  'run-deadline-exceeded',
  'forbidden-origin',
  'too-many-streams',
  'server-shutting-down',
  'run-stopped',
  'run-interrupted',
  'storage-failed',
  'model-unauthorized',
  'model-quota-exceeded',
  'model-rate-limited',
  'model-unreachable',
  'model-stalled',
  'model-truncated',
  'model-bad-answer',
  'model-refused-request',
  'internal',
])

/** @see chatErrorCodeSchema */
export type ChatErrorCode = z.infer<typeof chatErrorCodeSchema>

/**
 * What a client learns of a failure: a code for programs, a sentence for a person, and whether trying
 * again can help. Never a stack, never an upstream's raw body. @see SPEC.md SUB5
 */
export const failureSchema = z.object({
  code: chatErrorCodeSchema,
  message: z.string(),
  isRetryable: z.boolean(),
})

/** @see failureSchema */
export type Failure = z.infer<typeof failureSchema>

/** The one error type of Livetype. `message` is written for a person and is safe to show; `cause` stays on the server. */
export class ChatError extends Error {
  override readonly name = 'ChatError'
  readonly code: ChatErrorCode
  readonly isRetryable: boolean

  constructor(code: ChatErrorCode, message: string, options: { isRetryable?: boolean; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.isRetryable = options.isRetryable ?? false
  }

  toFailure(): Failure {
    return { code: this.code, message: this.message, isRetryable: this.isRetryable }
  }
}
