import { type StreamEvent, streamEventSchema, streamEventTypes } from '@livetype/protocol'

/**
 * The events of a batch that this version knows, checked. What a newer server says beyond that is left out; the gap
 * it leaves in a log makes the store read a snapshot.
 * @throws where an event of a known type is not as it must be.
 */
export function knownEvents(batch: readonly unknown[]): StreamEvent[] {
  const events: StreamEvent[] = []
  for (const event of batch) if (isKnown(event)) events.push(streamEventSchema.parse(event))
  return events
}

function isKnown(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'type' in event && streamEventTypes.has(event.type)
}
