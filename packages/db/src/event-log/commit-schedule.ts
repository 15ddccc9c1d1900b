import type { Schedule } from './group-commit.ts'

/** Commits in quick succession that a log takes as they come, before it begins to gather. */
const burst = 8
/** Time between two commits of a log under load, in milliseconds. */
const windowMs = 4

/**
 * When what is pending is committed: at once (when the loop has read its sockets once) as long as commits are few,
 * so that a first token never waits; under load once every few milliseconds, so that many runs share a commit.
 * A commit spends one of `burst` credits; one comes back every `windowMs`. @see SPEC.md LOG3
 */
export function createCommitSchedule(
  options: { now?: () => number; after?: (ms: number, callback: () => void) => void } = {},
): Schedule {
  const { now = () => performance.now(), after = (ms, callback) => setTimeout(callback, ms) } = options
  let credits = burst
  let creditedAt = now()
  return (commit) => {
    const at = now()
    credits = Math.min(burst, credits + (at - creditedAt) / windowMs)
    creditedAt = at
    const missing = 1 - credits
    credits -= 1
    if (missing <= 0) setImmediate(commit)
    else after(missing * windowMs, commit)
  }
}
