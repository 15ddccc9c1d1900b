import type { LoggedEvent, NewEvent } from '@livetype/protocol'

/** Gives an event its position. The one place where a new event becomes a logged one. */
export function withSeq(event: NewEvent, seq: number): LoggedEvent {
  return { ...event, seq }
}
