import type { Block } from '../markdown/block.ts'

/** What a reply is doing, for the typing indicator. */
export type ReplyActivity = 'sending' | 'queued' | 'waiting' | 'thinking' | 'writing' | 'reconnecting' | 'ended'

/** A part of a message, ready to draw. `key` is stable for the life of the part. */
export type PartView =
  | { readonly key: string; readonly type: 'text'; readonly blocks: readonly Block[] }
  | {
      readonly key: string
      readonly type: 'reasoning'
      readonly text: string
      /** The model is thinking it. */
      readonly isOpen: boolean
      /** When it began to, by the clock of this client where it saw that, else by the server's; null: unknown. */
      readonly startedAt: number | null
      /** For how long it did, as the server measured it; null: unknown, or it still does. */
      readonly durationMs: number | null
    }

/** A reply as it is typed: the parts that have been released to the eye so far. */
export interface ReplyView {
  readonly parts: readonly PartView[]
  readonly activity: ReplyActivity
  /** True while released text lags behind or more is to come: where the caret shows. */
  readonly isTyping: boolean
}
