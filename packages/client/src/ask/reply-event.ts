import type { NewEvent } from '@livetype/protocol'

/**
 * What happens to a reply, in order: `run-started` once, then `reasoning-delta` and `text-delta`, then `run-ended`
 * once, which says how it ended. The texts of the deltas of one `partIndex`, joined, are that part; no character comes
 * twice, and a slow reader gets fewer, larger deltas.
 */
export type ReplyEvent = Extract<NewEvent, { type: 'run-started' | 'text-delta' | 'reasoning-delta' | 'run-ended' }>
