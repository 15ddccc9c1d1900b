import type { StoredChat } from '@livetype/db/test-support'
import { type ConversationEvent, isDelta, type LoggedEvent } from '@livetype/protocol'
import type { History } from './history.ts'
import type { ShownConversation } from './shown-conversation.ts'

const verifiedCounts = new WeakMap<ShownConversation, number>()

/**
 * Asserts that every event a client was shown since the last call is on disk, at its place in its log and with the
 * same content, to the last unit of its text. Returns how many there were.
 * @throws {Violation}
 */
export function assertStored(stored: StoredChat, shown: ShownConversation, history: History): number {
  const verified = verifiedCounts.get(shown) ?? 0
  const { conversationId } = shown
  for (const { epoch, event } of shown.events.slice(verified)) {
    const problem = epoch > stored.epoch ? `epoch ${epoch} is not on disk` : problemWith(stored, conversationId, event)
    if (problem) throw history.violation(conversationId, `${event.type} ${event.seq} was shown, but ${problem}`)
  }
  verifiedCounts.set(shown, shown.events.length)
  return shown.events.length - verified
}

function problemWith(stored: StoredChat, conversationId: string, event: ConversationEvent): string | undefined {
  const { firstSeq = event.seq, ...shown } = isDelta(event) ? event : { ...event, firstSeq: event.seq }
  const rows = stored.events(conversationId, firstSeq, event.seq)
  if (rows.length === event.seq - firstSeq + 1) return sameAs(rows, shown) ? undefined : 'something else is on disk'
  if (firstSeq > stored.floorSeq(conversationId)) return 'it is not on disk'
  // The events were removed after the run's end: the message has their text.
  if (!isDelta(event)) return undefined
  const text = stored.parts(event.messageId)?.[event.partIndex]?.text ?? ''
  return text.startsWith(event.text, event.offset) ? undefined : 'the message on disk has another text'
}

/** Whether the rows, joined where they are deltas, are the event. */
function sameAs(rows: readonly LoggedEvent[], shown: ConversationEvent): boolean {
  const [first, ...rest] = rows
  if (!first) return false
  if (!isDelta(first)) return rest.length === 0 && isSame(first, shown)
  let { text } = first
  // Only the first delta to a part has the time (RUN12), and none is joined to what stands before it.
  const following = { ...first, startedAt: undefined, seq: 0, offset: 0, text: '' }
  for (const row of rest) {
    if (!isDelta(row) || !isSame({ ...row, seq: 0, offset: 0, text: '' }, following)) return false
    if (row.offset !== first.offset + text.length) return false
    text += row.text
  }
  return isSame({ ...first, seq: shown.seq, text }, shown)
}

function isSame(a: LoggedEvent, b: LoggedEvent): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

/** The fields in one order, whatever order they were written in. */
function sorted(event: LoggedEvent): readonly (readonly [string, unknown])[] {
  return Object.entries(event)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
