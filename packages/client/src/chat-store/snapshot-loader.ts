import type { ChatError } from '@livetype/protocol'
import { backoffMs, commandBackoff } from '../backoff.ts'
import type { Timers } from '../timers.ts'
import { chatErrorFrom } from './chat-error-from.ts'

/** Two requests within this time count as a row: a log that keeps being reset must not be a busy loop. */
const calmMs = 10_000

interface SnapshotLoaderOptions<Snapshot> {
  fetch(): Promise<Snapshot>
  apply(snapshot: Snapshot): void
  fail(error: ChatError): void
  /** Nothing works without it: it is read again whatever the failure. */
  readonly isNeeded?: boolean
  readonly timers: Timers
  readonly now: () => number
  readonly random: () => number
}

/** Reads one log's snapshot when asked, one reading at a time, and again after failures that can be retried. */
export interface SnapshotLoader {
  /** Reads a snapshot, unless one is being read; soon where the last request was long ago, else after a delay. */
  request(): void
  /** Reads now where a delay is running. */
  hurry(): void
  /** Ends a delay; a reading on its way still counts. */
  pause(): void
}

/** @see SnapshotLoader */
export function createSnapshotLoader<Snapshot>(options: SnapshotLoaderOptions<Snapshot>): SnapshotLoader {
  let isReading = false
  let cancelDelay: (() => void) | undefined
  let requestsInRow = 0
  let failuresInRow = 0
  let lastRequestAt = Number.NEGATIVE_INFINITY

  function readAfter(delayMs: number): void {
    if (delayMs === 0) {
      void read()
      return
    }
    cancelDelay = options.timers.after(delayMs, () => void read())
  }

  async function read(): Promise<void> {
    cancelDelay?.()
    cancelDelay = undefined
    isReading = true
    let result: { readonly snapshot: Snapshot } | { readonly error: ChatError }
    try {
      result = { snapshot: await options.fetch() }
    } catch (error) {
      result = { error: chatErrorFrom(error) }
    }
    isReading = false
    if ('snapshot' in result) {
      failuresInRow = 0
      options.apply(result.snapshot)
      return
    }
    failuresInRow += 1
    if (result.error.isRetryable || options.isNeeded) readAfter(delayBefore(failuresInRow))
    options.fail(result.error)
  }

  function delayBefore(attempt: number): number {
    return backoffMs(commandBackoff, attempt, options.random())
  }

  return {
    request() {
      if (isReading || cancelDelay) return
      const now = options.now()
      requestsInRow = now - lastRequestAt < calmMs ? requestsInRow + 1 : 1
      lastRequestAt = now
      readAfter(requestsInRow <= 2 ? 0 : delayBefore(requestsInRow - 2))
    },
    hurry() {
      if (cancelDelay) void read()
    },
    pause() {
      cancelDelay?.()
      cancelDelay = undefined
    },
  }
}
