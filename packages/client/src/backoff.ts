/** How long to wait before trying again. */
export interface Backoff {
  readonly firstMs: number
  readonly maxMs: number
}

/** For the stream: quick at first, because most cuts are short. */
export const streamBackoff: Backoff = { firstMs: 200, maxMs: 5_000 }

/** For commands and snapshots. */
export const commandBackoff: Backoff = { firstMs: 400, maxMs: 10_000 }

/**
 * The delay before try number `attempt` (1 is the first repetition): doubling, with half of it left to chance so
 * that clients cut off together do not come back together. `random` is from 0 to 1.
 */
export function backoffMs(backoff: Backoff, attempt: number, random: number): number {
  const full = Math.min(backoff.maxMs, backoff.firstMs * 2 ** Math.min(attempt - 1, 30))
  return full * (0.5 + random / 2)
}

/**
 * The delay before a client comes back that was sent away with all others, at a restart of its server: from 200 to
 * 2,000 ms, as the server asks of an `EventSource`. `random` is from 0 to 1.
 */
export function restartDelayMs(random: number): number {
  return 200 + random * 1_800
}
