import type { ChatError } from '@livetype/protocol'
import { backoffMs, commandBackoff } from '../backoff.ts'
import type { Timers } from '../timers.ts'
import { chatErrorFrom } from './chat-error-from.ts'

/** How often a command is tried before a person is told that it failed. */
const patientTries = 4

/** Runs commands that may safely run twice, again and again while that can help. */
export interface Retry {
  /**
   * Resolves or rejects as `task` does, with a `ChatError`. A failure that can be retried is, a few times with
   * growing delays, while `isWanted` says so.
   */
  run<Result>(task: () => Promise<Result>, isWanted?: () => boolean): Promise<Result>
  /** Ends the present delays: the network is back. */
  hurry(): void
}

/** @see Retry. `maxTries`: how often in all. */
export function createRetry(timers: Timers, random: () => number, maxTries = patientTries): Retry {
  const waiting = new Set<() => void>()

  function pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        waiting.delete(end)
        cancel()
        resolve()
      }
      const cancel = timers.after(delayMs, end)
      waiting.add(end)
    })
  }

  return {
    async run(task, isWanted = () => true) {
      for (let tries = 1; ; tries += 1) {
        let failure: ChatError
        try {
          return await task()
        } catch (error) {
          failure = chatErrorFrom(error)
        }
        if (!failure.isRetryable || tries >= maxTries || !isWanted()) throw failure
        await pause(backoffMs(commandBackoff, tries, random()))
        if (!isWanted()) throw failure
      }
    },
    hurry() {
      for (const end of [...waiting]) end()
    },
  }
}
