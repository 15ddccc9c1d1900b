import type { LoggedEvent, NewEvent } from '@livetype/protocol'

/** Gives an event its position. The one place where a new event becomes a logged one. */
export function withSeq(event: NewEvent, seq: number): LoggedEvent {
  // A spread over a union loses which member it was; every member of NewEvent plus `seq` is a LoggedEvent.
  return { ...event, seq } as LoggedEvent
}
