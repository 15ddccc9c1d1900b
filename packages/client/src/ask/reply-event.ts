import type { NewEvent } from '@livetype/protocol'

/**
 * What happens to a reply, in order: `run-queued` where it has to wait for its turn, `run-started` when it is its turn,
 * then `reasoning-delta` and `text-delta`, then `run-ended`, which says how it ended: each of those at most once, and
 * the last one always. The texts of the deltas of one `partIndex`, joined, are that part; no character comes twice, and
 * a slow reader gets fewer, larger deltas.
 */
export type ReplyEvent = Extract<
  NewEvent,
  { type: 'run-queued' | 'run-started' | 'text-delta' | 'reasoning-delta' | 'run-ended' }
>
