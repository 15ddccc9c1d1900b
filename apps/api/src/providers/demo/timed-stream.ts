import { type Clock, waitFor } from '../clock.ts'
import type { TimedEvent } from './demo-events.ts'

/** Events per piece at most, so that even without any waiting a reply is a stream. */
const maxEventsPerPiece = 64
/** Events that fall due within this time travel together: timers are no finer. */
const togetherMs = 1

/** A body that sends each event when it is due, for as long as somebody reads and `signal` allows. */
export function timedStream(
  events: readonly TimedEvent[],
  { clock, signal }: { clock: Clock; signal: AbortSignal },
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const startedAt = clock.now()
  let index = 0
  return new ReadableStream(
    {
      async pull(controller) {
        const waitMs = (events[index]?.dueMs ?? 0) - (clock.now() - startedAt)
        const mayGoOn = waitMs > 0 ? await waitFor(clock, waitMs, signal) : !signal.aborted
        if (!mayGoOn) return controller.error(new DOMException('The reply was stopped', 'AbortError'))
        const nowMs = clock.now() - startedAt + togetherMs
        const end = Math.min(index + maxEventsPerPiece, events.length)
        let piece = ''
        do piece += events[index++]?.data ?? ''
        while (index < end && (events[index]?.dueMs ?? 0) <= nowMs)
        controller.enqueue(encoder.encode(piece))
        if (index === events.length) controller.close()
      },
    },
    { highWaterMark: 0 },
  )
}
