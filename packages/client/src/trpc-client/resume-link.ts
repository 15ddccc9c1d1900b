import { retryLink, type TRPCClientError, type TRPCLink } from '@trpc/client'
import { tap } from '@trpc/server/observable'
import { backoffMs, restartDelayMs, streamBackoff } from '../backoff.ts'
import { ServerRestart } from '../transport/server-restart.ts'
import type { AppRouter } from './app-router.ts'

/** Hears of each cut that is about to be healed; goes in a subscription's `context`. */
export interface CutListener {
  onCut(): void
}

/**
 * Resumes a subscription that an error ended, such as a proxy's 502, which is the end for an `EventSource`. What the
 * server itself refused stays refused. It has to stand before the terminating link.
 */
export function resumeLink(random: () => number = Math.random): TRPCLink<AppRouter> {
  return (runtime) => (props) => {
    // tRPC counts tries since the subscription began; what matters is how many failed since it was last live.
    let failuresInRow = 0
    let failuresBefore = 0
    let isRestart = false
    const retry = retryLink<AppRouter>({
      retry({ error }) {
        if (isRefusal(error)) return false
        // A server that has no place says so when the stream has begun: such a beginning counts for nothing.
        if (error.data?.failure) failuresInRow = Math.max(failuresInRow, failuresBefore)
        failuresInRow += 1
        isRestart = error.cause instanceof ServerRestart
        if (isCutListener(props.op.context)) props.op.context.onCut()
        return true
      },
      retryDelayMs: () => (isRestart ? restartDelayMs(random()) : backoffMs(streamBackoff, failuresInRow, random())),
    })(runtime)
    return retry(props).pipe(
      tap({
        next({ result }) {
          if (result.type !== 'started') return
          failuresBefore = failuresInRow
          failuresInRow = 0
        },
      }),
    )
  }
}

/** Whether the server answered in its own words, rather than the network, or a proxy, or nobody. */
function isRefusal(error: TRPCClientError<AppRouter>): boolean {
  return error.data?.failure !== undefined && !error.data.failure.isRetryable
}

function isCutListener(context: object): context is CutListener {
  return 'onCut' in context && typeof context.onCut === 'function'
}
