import { ChatError } from '@livetype/protocol'
import type { BodyDefect } from './body-reader.ts'
import { isTransient, type Upstream, type UpstreamError, upstreamFailure } from './upstream-error.ts'

/** One attempt at a reply has failed. `error` is for the person; the rest says whether to try again by ourselves. */
export class FailedAttempt extends Error {
  readonly error: ChatError
  readonly isTransient: boolean
  readonly retryAfterMs: number | undefined

  constructor(error: ChatError, options: { isTransient?: boolean; retryAfterMs?: number | undefined } = {}) {
    super(error.message, { cause: error })
    this.error = error
    this.isTransient = options.isTransient ?? false
    this.retryAfterMs = options.retryAfterMs
  }
}

/** The server reported a failure, by status or inside the stream. */
export function refused(error: UpstreamError, upstream: Upstream): FailedAttempt {
  const { retryAfterMs } = error
  return new FailedAttempt(upstreamFailure(error, upstream), {
    isTransient: isTransient(error, upstream),
    retryAfterMs,
  })
}

/** No connection, or one that broke before any answer. */
export function unreachable({ label }: Upstream, cause: unknown): FailedAttempt {
  const message = `${label} can't be reached. Check that it is running and that OPENAI_BASE_URL is right, then try again.`
  return new FailedAttempt(new ChatError('model-unreachable', message, { isRetryable: true, cause }), {
    isTransient: true,
  })
}

/** Which of the three deadlines has passed. */
export type Phase = 'headers' | 'first-content' | 'between-contents'

/** Nothing came for too long. */
export function stalled({ label }: Upstream, phase: Phase, ms: number): FailedAttempt {
  const time = ms < 1000 ? `${ms} milliseconds` : `${Math.round(ms / 1000)} seconds`
  const what = {
    headers: `${label} did not answer within ${time}.`,
    'first-content': `${label} took the question but wrote nothing within ${time}.`,
    'between-contents': `${label} stopped writing: nothing came for ${time}.`,
  }
  return new FailedAttempt(new ChatError('model-stalled', `${what[phase]} Try again.`, { isRetryable: true }))
}

/** The stream ended before the model said that it had finished. */
export function truncated({ label }: Upstream, hasContent: boolean, cause?: unknown): FailedAttempt {
  const message = hasContent
    ? `The connection to ${label} ended in mid-reply. What was written is kept; try again for a whole reply.`
    : `${label} ended its reply before it wrote anything. Try again.`
  return new FailedAttempt(new ChatError('model-truncated', message, { isRetryable: true, cause }), {
    isTransient: true,
  })
}

/** The answer is no reply at all. */
export function badAnswer(
  { label }: Upstream,
  what: BodyDefect | 'empty' | 'no-reply' | 'nothing-written',
): FailedAttempt {
  const checkUrl = 'Check OPENAI_BASE_URL, which usually ends in /v1, and restart.'
  const sentences = {
    html: `${label} answered with a web page instead of a reply. ${checkUrl}`,
    empty: `${label} answered with nothing at all. ${checkUrl}`,
    'no-reply': `${label} answered with something that is no reply. ${checkUrl}`,
    malformed: `${label} sent something that can't be read. Try again.`,
    'too-large': `${label} sent more than a reply can hold. Try again.`,
    'nothing-written': 'The model ended its reply without writing anything. Try again, or choose another model.',
  }
  return new FailedAttempt(new ChatError('model-bad-answer', sentences[what], { isRetryable: true }))
}
