import { isOpen } from '@livetype/protocol'
import type { MessageView } from '../chat-store/chat-store.ts'
import type { Observable } from '../observable.ts'
import { platformTimers, type Timers } from '../timers.ts'
import { type RateStart, type ReplyRate, replyRate, writtenLength } from './reply-rate.ts'

/** Between two looks, in milliseconds. */
const lookMs = 1_000

/**
 * Tells how fast a reply is written: each second while it is, and once how fast it was. Not by its tokens, which come
 * more often than anyone reads. Until the function it returns is called, or the reply has ended.
 */
export function watchReplyRate(
  source: Pick<Observable<MessageView | undefined>, 'get'>,
  onRate: (rate: ReplyRate | null) => void,
  { timers = platformTimers, now = Date.now }: { timers?: Timers; now?: () => number } = {},
): () => void {
  let start: RateStart | undefined
  let cancel: (() => void) | undefined
  const look = () => {
    cancel = undefined
    const message = source.get()?.message
    if (message?.role !== 'assistant') return
    onRate(replyRate(message, start, now()))
    if (!isOpen(message.reply)) return
    const length = writtenLength(message)
    if (message.reply.status === 'running' && (start !== undefined || length > 0)) start ??= { at: now(), length }
    // The first piece is waited for more closely: from it on is counted.
    cancel = timers.after(start ? lookMs : lookMs / 10, look)
  }
  look()
  return () => cancel?.()
}
