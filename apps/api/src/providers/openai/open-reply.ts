import { waitFor } from '../clock.ts'
import type { ReplyPart } from '../provider.ts'
import { FailedAttempt } from './failed-attempt.ts'
import { type AttemptOptions, ReplyStream } from './reply-stream.ts'

/** A reply that has begun: its first parts are there, so that from here on nothing is tried again. */
interface OpenReply {
  readonly first: readonly ReplyPart[] | undefined
  readonly stream: ReplyStream
}

const firstDelayMs = 500
/** A server that asks for a longer wait is not waited for: the person decides. */
const maxDelayMs = 30_000

/**
 * Attempts a reply until its first parts are there, at most `maxRetries` times more than once.
 * @throws {FailedAttempt} of the last attempt.
 */
export async function openReply(options: AttemptOptions, maxRetries: number): Promise<OpenReply> {
  for (let attempt = 0; ; attempt++) {
    const stream = new ReplyStream(options)
    try {
      return { first: await stream.next(), stream }
    } catch (error) {
      stream.close()
      if (!(error instanceof FailedAttempt) || !error.isTransient || attempt >= maxRetries) throw error
      const delayMs = error.retryAfterMs ?? firstDelayMs * 2 ** attempt
      if (delayMs > maxDelayMs) throw error
      // An abort while waiting makes an attempt that ends at once, without asking the server.
      await waitFor(options.clock, delayMs, options.signal)
    }
  }
}
