import type { DeltaEvent, LoggedEvent, NewEvent } from '@livetype/protocol'
import { isDelta } from '@livetype/protocol'

type NewDelta = Extract<NewEvent, { type: 'text-delta' | 'reasoning-delta' }>

/** Longest text of a merged delta, in UTF-16 units: a follower far behind gets pages, not one huge event. */
const maxMergedTextLength = 16_384

/** Whether `next` goes on exactly where `previous` ends, so that both can be one delta. */
export function continuesDelta(previous: NewDelta, next: NewDelta): boolean {
  return (
    previous.type === next.type &&
    previous.messageId === next.messageId &&
    next.startedAt === undefined &&
    previous.partIndex === next.partIndex &&
    previous.offset + previous.text.length === next.offset &&
    previous.text.length + next.text.length <= maxMergedTextLength
  )
}

/**
 * Joins neighbouring deltas of one part: a follower that fell behind gets fewer, larger ones (SUB3). A merged
 * delta spans `firstSeq` to `seq`.
 */
export function mergeDeltas(events: readonly LoggedEvent[]): readonly LoggedEvent[] {
  if (events.length < 2) return events
  const merged: LoggedEvent[] = []
  let open: { first: DeltaEvent; last: DeltaEvent; texts: string[]; length: number } | undefined
  const close = () => {
    if (!open) return
    const { first, last, texts } = open
    merged.push(
      texts.length === 1
        ? first
        : { ...first, seq: last.seq, firstSeq: first.firstSeq ?? first.seq, text: texts.join('') },
    )
    open = undefined
  }
  for (const event of events) {
    if (!isDelta(event)) {
      close()
      merged.push(event)
      continue
    }
    if (open && open.length + event.text.length <= maxMergedTextLength && continuesDelta(open.last, event)) {
      open.texts.push(event.text)
      open.length += event.text.length
      open.last = event
      continue
    }
    close()
    open = { first: event, last: event, texts: [event.text], length: event.text.length }
  }
  close()
  return merged
}
