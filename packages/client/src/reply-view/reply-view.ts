import type { Block } from '../markdown/block.ts'

/** What a reply is doing, for the typing indicator. */
export type ReplyActivity = 'sending' | 'queued' | 'waiting' | 'thinking' | 'writing' | 'reconnecting' | 'ended'

/** A part of a message, ready to draw. `key` is stable for the life of the part. */
export type PartView =
  | { readonly key: string; readonly type: 'text'; readonly blocks: readonly Block[] }
  | { readonly key: string; readonly type: 'reasoning'; readonly text: string; readonly isOpen: boolean }

/** A reply as it is typed: the parts that have been released to the eye so far. */
export interface ReplyView {
  readonly parts: readonly PartView[]
  readonly activity: ReplyActivity
  /** True while released text lags behind or more is to come: where the caret shows. */
  readonly isTyping: boolean
}
