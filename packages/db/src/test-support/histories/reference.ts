import {
  type ConversationState,
  emptyConversation,
  foldConversation,
  isDelta,
  isWorkspaceEvent,
  type LoggedEvent,
  type Message,
  messageById,
  type NewEvent,
} from '@livetype/protocol'
import type { LogName } from '../../event-log/event-log.ts'

/** A log as it must be: all events it ever had, and from where on they can be replayed. */
export interface ReferenceLog {
  readonly floorSeq: number
  readonly events: readonly LoggedEvent[]
}

/** All logs as one commit left them. Never changed, so that older ones can be kept and compared with. */
export type Reference = ReadonlyMap<LogName, ReferenceLog>

const emptyLog: ReferenceLog = { floorSeq: 0, events: [] }

/** The log as it must be; an empty one where there is none yet. */
export function referenceLog(reference: Reference, name: LogName): ReferenceLog {
  return reference.get(name) ?? emptyLog
}

/** The seq of a log's last event; 0 where it has none. */
export function headOf({ events }: ReferenceLog): number {
  return events.length
}

/**
 * What events say, in the smallest pieces: an event, or one UTF-16 unit of a delta. However deltas are merged on the
 * way, the pieces are the same.
 */
export function piecesOf(events: readonly (NewEvent | LoggedEvent)[]): unknown[] {
  return events.flatMap((event): unknown[] => {
    if (isDelta(event)) {
      const { type, messageId, partIndex, offset, startedAt } = event
      return Array.from({ length: event.text.length }, (_, index) =>
        [type, messageId, partIndex, offset + index, event.text.charCodeAt(index), index > 0 ? '' : startedAt].join(),
      )
    }
    const { seq: _, ...said } = { seq: 0, ...event }
    return [said]
  })
}

/** The conversation as its events up to and with `seq` tell it; by default all of them. */
export function conversationAt(log: ReferenceLog, conversationId: string, seq = headOf(log)): ConversationState {
  let state = emptyConversation(conversationId)
  for (const event of log.events.slice(0, seq)) if (!isWorkspaceEvent(event)) state = foldConversation(state, event)
  return state
}

/**
 * The last seq of a conversation that may be pruned: none of what an open run wrote, nor of what was said or has ended
 * or was taken back at `since` or later. @see SPEC.md LOG5
 */
export function prunableSeq(
  log: ReferenceLog,
  { since, undoneAt }: { since: number; undoneAt: ReadonlyMap<string, number> },
): number {
  const needed = new Map<string, number>()
  for (const event of log.events) {
    if (event.type === 'message-added' && event.message.createdAt >= since) needed.set(event.message.id, event.seq)
    const begins = event.type === 'run-queued' || event.type === 'run-started'
    // One that was queued begins twice.
    if (begins && !needed.has(event.runId)) needed.set(event.runId, event.seq)
    if (event.type === 'run-ended' && event.endedAt < since && (undoneAt.get(event.runId) ?? 0) < since) {
      needed.delete(event.runId)
    }
  }
  return Math.min(headOf(log), ...[...needed.values()].map((seq) => seq - 1))
}

/** What a person sees of a conversation's state. */
export function messagesOf(state: ConversationState): (Message | undefined)[] {
  return state.messageIds.map((id) => messageById(state, id))
}
