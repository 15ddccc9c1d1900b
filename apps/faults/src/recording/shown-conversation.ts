import {
  type AssistantMessage,
  type ConversationEvent,
  type ConversationSnapshot,
  isDelta,
  isOpen,
  type Message,
} from '@livetype/protocol'
import type { History } from './history.ts'

type BegunRun = Extract<ConversationEvent, { type: 'run-queued' | 'run-started' }>

/** An event as a client was shown it. */
export interface ShownEvent {
  /** Of the cursor that came with it. */
  readonly epoch: number
  readonly event: ConversationEvent
}

/** What one client was shown of one conversation; checks every event and every snapshot as it comes. */
export interface ShownConversation {
  readonly conversationId: string
  readonly events: readonly ShownEvent[]
  /** How the last run of a reply ended, if it has. */
  endOf(messageId: string): { readonly runId: string; readonly status: string } | undefined
  /** The text of a message's parts, joined. */
  textOf(messageId: string): string
  /** Another stream begins: it may show again what was shown, but nothing else in its place. */
  beginStream(): void
  /**
   * The stream was reset: what follows is shown once a snapshot has come that it joins (SUB2). Another is read where
   * it does not.
   */
  reset(): void
  /** @throws {Violation} */
  takeEvent(event: ConversationEvent, cursor: string): void
  /**
   * A reply as a command's answer has it: one that was sent again may be answered by the whole of it, before any stream
   * has told of it.
   * @throws {Violation}
   */
  takeAnswer(reply: AssistantMessage): void
  /** There was no such conversation to read: its log begins with what comes. */
  takeAbsence(): void
  /** @throws {Violation} */
  takeSnapshot(snapshot: ConversationSnapshot): void
}

/**
 * Holds what a client is shown to the rules: events come in the order of their log without a hole (LOG2, SUB1), epochs
 * never go back, a text has no gap, never shrinks and never changes (STORE1), and a run has one end, after which
 * nothing of it comes (RUN3). A run that begins in a message that is there goes on with it, and not before the one
 * before it has ended (RUN9). No proof takes a run back (RUN10): a text would shrink then.
 */
export function createShownConversation(conversationId: string, history: History): ShownConversation {
  const events: ShownEvent[] = []
  const parts = new Map<string, string[]>()
  const ends = new Map<string, { readonly seq: number; readonly status: string }>()
  const runOfMessage = new Map<string, string>()
  const knownRuns = new Set<string>()
  let epoch = 0
  let highestSeq = 0
  /** Of the stream that is open; undefined before its first event. */
  let lastSeq: number | undefined
  let awaitsSnapshot = false
  /** Of a stream that was reset: the seq of the snapshot that was read since. */
  let snapshotSeq: number | undefined

  const violation = (what: string) => history.violation(conversationId, what)

  const takeText = (what: { messageId: string; partIndex: number; offset: number; text: string }) => {
    const { messageId, partIndex, offset, text } = what
    const known = parts.get(messageId) ?? []
    parts.set(messageId, known)
    const before = known[partIndex] ?? ''
    if (offset > before.length) throw violation(`text at ${offset} came where ${before.length} was due`)
    const overlap = before.slice(offset)
    if (!text.startsWith(overlap) && !overlap.startsWith(text)) {
      throw violation(`other text came at ${offset}: ${JSON.stringify(text)} for ${JSON.stringify(overlap)}`)
    }
    if (offset + text.length <= before.length) return
    const runId = runOfMessage.get(messageId)
    if (runId !== undefined && ends.has(runId)) throw violation(`text came after the end of run ${runId}`)
    known[partIndex] = before.slice(0, offset) + text
  }

  /** A replay begins a message's runs once more, from the first. */
  const takeBeginning = ({ messageId, runId, continues }: BegunRun) => {
    const before = runOfMessage.get(messageId)
    runOfMessage.set(messageId, runId)
    if (knownRuns.has(runId)) return
    knownRuns.add(runId)
    if ((before !== undefined) !== (continues === true)) {
      throw violation(`run ${runId} ${continues ? 'goes on with nothing' : `begins anew after run ${before}`}`)
    }
    if (before !== undefined && !ends.has(before)) throw violation(`run ${runId} began before the end of run ${before}`)
  }

  const takeEnd = (runId: string, end: { seq: number; status: string }) => {
    const known = ends.get(runId)
    if (known && (known.status !== end.status || (known.seq !== end.seq && known.seq !== 0 && end.seq !== 0))) {
      throw violation(`run ${runId} ended as ${known.status} at ${known.seq} and as ${end.status} at ${end.seq}`)
    }
    if (!known || known.seq === 0) ends.set(runId, end)
  }

  const takeMessage = (message: Message) => {
    const known = parts.get(message.id) ?? []
    for (const [index, text] of known.entries()) {
      const now = textsOf(message)[index] ?? ''
      if (!now.startsWith(text)) {
        throw violation(`a snapshot's ${now.length} units of ${message.id} do not begin with the ${text.length} shown`)
      }
    }
    const now = textsOf(message)
    parts.set(message.id, now)
    if (message.role === 'user') return
    const { runId, reply, earlierRuns = [] } = message
    runOfMessage.set(message.id, runId)
    for (const one of [...earlierRuns, message]) knownRuns.add(one.runId)
    for (const one of earlierRuns) takeEnd(one.runId, { seq: 0, status: one.reply.status })
    if (isOpen(reply) && ends.has(runId)) throw violation(`run ${runId} had ended and runs again`)
    if (!isOpen(reply)) takeEnd(runId, { seq: 0, status: reply.status })
  }

  return {
    conversationId,
    events,
    endOf(messageId) {
      const runId = runOfMessage.get(messageId)
      const end = runId === undefined ? undefined : ends.get(runId)
      return runId !== undefined && end ? { runId, status: end.status } : undefined
    },
    textOf: (messageId) => (parts.get(messageId) ?? []).join(''),
    beginStream() {
      lastSeq = undefined
      awaitsSnapshot = false
      snapshotSeq = undefined
      history.note(conversationId, 'a stream begins')
    },
    reset() {
      lastSeq = undefined
      awaitsSnapshot = true
      history.note(conversationId, 'a reset')
    },
    takeEvent(event, cursor) {
      const first = isDelta(event) ? (event.firstSeq ?? event.seq) : event.seq
      awaitsSnapshot ||= snapshotSeq !== undefined && lastSeq === undefined && first > snapshotSeq + 1
      if (awaitsSnapshot) return
      history.note(conversationId, `${event.type} ${first === event.seq ? '' : `${first}–`}${event.seq} at ${cursor}`)
      const eventEpoch = Number(cursor.split(':')[0])
      if (eventEpoch < epoch) throw violation(`epoch ${eventEpoch} came after ${epoch}`)
      if (eventEpoch > epoch) lastSeq = undefined
      epoch = eventEpoch
      if (lastSeq !== undefined && first !== lastSeq + 1) throw violation(`seq ${first} came after ${lastSeq}`)
      lastSeq = event.seq
      highestSeq = Math.max(highestSeq, event.seq)
      events.push({ epoch, event })
      if (isDelta(event)) takeText(event)
      if (event.type === 'run-queued' || event.type === 'run-started') takeBeginning(event)
      if (event.type === 'run-ended') takeEnd(event.runId, event)
    },
    takeAnswer(reply) {
      const known = parts.get(reply.id) ?? []
      // Made before what the stream has brought since: the client shows what it knows.
      const isOld = known.some((text, index) => text.length > (reply.parts[index]?.text.length ?? 0))
      if (isOld || (isOpen(reply.reply) && ends.has(reply.runId))) return
      history.note(conversationId, `an answer: run ${reply.runId} is ${reply.reply.status}`)
      takeMessage(reply)
    },
    takeAbsence() {
      history.note(conversationId, 'no such conversation')
      if (awaitsSnapshot) snapshotSeq = 0
      awaitsSnapshot = false
    },
    takeSnapshot(snapshot) {
      history.note(conversationId, `a snapshot at ${snapshot.cursor}`)
      if (awaitsSnapshot) snapshotSeq = snapshot.seq
      awaitsSnapshot = false
      const snapshotEpoch = Number(snapshot.cursor.split(':')[0])
      // Read before what the stream has brought since: the client knows it is old.
      if (snapshot.seq < highestSeq && snapshotEpoch <= epoch) return
      if (snapshot.seq < highestSeq) throw violation(`a snapshot ends at ${snapshot.seq}, ${highestSeq} was shown`)
      for (const message of snapshot.messages) takeMessage(message)
    },
  }
}

/** The text of each part; an attachment has none. */
function textsOf({ parts }: Message): string[] {
  return parts.map((part) => ('text' in part ? part.text : ''))
}
