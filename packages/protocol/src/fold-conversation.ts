import { chooseBranch, takesPath } from './branches.ts'
import type { ConversationSnapshot } from './conversation.ts'
import { type ConversationState, messageById, nodeById } from './conversation-state.ts'
import type { ConversationEvent, DeltaEvent } from './events.ts'
import { isDelta } from './events.ts'
import type { Feedback } from './feedback.ts'
import { foldQueue, type QueueEvent } from './fold-queue.ts'
import { beginRun, endRun, endThinking, undoRun } from './fold-run.ts'
import { type AssistantMessage, isOpen, type Message, type Part } from './message.ts'
import { type MessageNode, nodesOf } from './outline.ts'
import { emptyQueue } from './queue.ts'

/** The state that a snapshot describes. */
export function conversationFromSnapshot(snapshot: Omit<ConversationSnapshot, 'cursor'>): ConversationState {
  const settled = new Map<string, Message>()
  const running = new Map<string, AssistantMessage>()
  const outlined = new Map<string, MessageNode>()
  const next = new Map<string | null, string>()
  for (const message of snapshot.messages) {
    if (message.role === 'assistant' && isOpen(message.reply)) running.set(message.id, message)
    else settled.set(message.id, message)
  }
  const nodes = snapshot.outline ? nodesOf(snapshot.outline) : snapshot.messages
  for (const node of nodes) {
    if (takesPath(node)) next.set(node.parentId, node.id)
    if (!settled.has(node.id) && !running.has(node.id)) outlined.set(node.id, node)
  }
  for (const id of snapshot.chosenIds ?? []) {
    const chosen = settled.get(id) ?? running.get(id) ?? outlined.get(id)
    if (!chosen) continue
    next.set(chosen.parentId, id)
  }
  return {
    conversationId: snapshot.conversation.id,
    seq: snapshot.seq,
    messageIds: nodes.map(({ id }) => id),
    settled,
    running,
    outlined,
    next,
    chosen: new Set(snapshot.chosenIds),
    configuration: snapshot.configuration ?? {},
    queue: snapshot.queue ?? emptyQueue,
    isBehind: false,
  }
}

/**
 * The state with what these messages say, of those of which only the place in the tree was known. They may be newer than
 * the state: an event that they contain already changes nothing, or leaves the state behind. Pure. @see SPEC.md PAGE1
 */
export function withMessages(state: ConversationState, messages: readonly Message[]): ConversationState {
  const read = messages.filter(({ id }) => state.outlined.has(id))
  if (read.length === 0) return state
  const settled = new Map(state.settled)
  const running = new Map(state.running)
  const outlined = new Map(state.outlined)
  for (const message of read) {
    outlined.delete(message.id)
    if (message.role === 'assistant' && isOpen(message.reply)) running.set(message.id, message)
    else settled.set(message.id, message)
  }
  return { ...state, settled, running, outlined }
}

/**
 * Applies one event. Pure. An event that is contained already changes nothing; one that leaves a gap sets
 * `isBehind` and nothing else; so does one about what a message says that is yet to be read.
 * @see SPEC.md LOG2, STORE1, PAGE1
 */
export function foldConversation(state: ConversationState, event: ConversationEvent): ConversationState {
  if (state.isBehind || event.seq <= state.seq) return state
  const first = isDelta(event) ? (event.firstSeq ?? event.seq) : event.seq
  if (first > state.seq + 1 || isAboutUnread(state, event)) return { ...state, isBehind: true }
  switch (event.type) {
    case 'message-added':
      return withQueue(withMessage(state, event.message), event)
    case 'run-queued':
    case 'run-started':
      return withQueue(withReply(state, event, beginRun(messageById(state, event.messageId), event)), event)
    case 'text-delta':
    case 'reasoning-delta': {
      const message = state.running.get(event.messageId)
      const parts = message && foldDelta(message.parts, event)
      if (!parts) return { ...state, isBehind: true }
      const running = new Map(state.running).set(message.id, { ...message, parts })
      return { ...state, seq: event.seq, running }
    }
    case 'run-ended':
      return withReply(state, event, endRun(messageById(state, event.messageId), event))
    case 'run-undone':
      return withReply(state, event, undoRun(messageById(state, event.messageId), event))
    case 'branch-chosen':
      if (!nodeById(state, event.messageId)) return { ...state, isBehind: true }
      return { ...chooseBranch(state, event.messageId), seq: event.seq }
    case 'conversation-configured':
      return { ...state, configuration: event.configuration, seq: event.seq }
    case 'feedback-given':
      return withReply(state, event, withFeedback(messageById(state, event.messageId), event.feedback))
    case 'message-queued':
    case 'queued-message-edited':
    case 'queued-message-removed':
    case 'queue-held':
      return withQueue(state, event)
  }
}

/**
 * Adds a delta to the parts of a reply; what is there already is skipped.
 * Returns undefined where text between the parts and the delta is missing.
 */
export function foldDelta(parts: readonly Part[], delta: Omit<DeltaEvent, 'seq' | 'firstSeq'>): Part[] | undefined {
  const type = delta.type === 'text-delta' ? 'text' : 'reasoning'
  const { partIndex, startedAt } = delta
  const part = parts[partIndex] ?? (partIndex === parts.length ? beginPart(type, startedAt) : undefined)
  if (part?.type !== type || delta.offset > part.text.length) return undefined
  const next = startedAt === undefined ? parts.slice() : endThinking(parts, startedAt, partIndex)
  next[partIndex] = { ...part, text: part.text + delta.text.slice(part.text.length - delta.offset) }
  return next
}

/** Whether an event changes what a message says, or how it stands, of which only the place in the tree is known. */
function isAboutUnread(state: ConversationState, event: ConversationEvent): boolean {
  if (!('messageId' in event) || event.type === 'branch-chosen') return false
  return state.outlined.has(event.messageId)
}

function beginPart(type: Part['type'], startedAt: number | undefined): Part {
  return { type, text: '', ...(startedAt !== undefined && { startedAt }) }
}

/** The reply as a person rated it. Undefined where there is none. */
function withFeedback(message: Message | undefined, feedback: Feedback | null): AssistantMessage | undefined {
  if (message?.role !== 'assistant') return undefined
  const { feedback: _, ...rest } = message
  return { ...rest, ...(feedback && { feedback }) }
}

/** The state with a reply as an event left it; behind where the event could not follow from what was known. */
function withReply(
  state: ConversationState,
  event: ConversationEvent,
  reply: AssistantMessage | undefined,
): ConversationState {
  return reply ? { ...withMessage(state, reply), seq: event.seq } : { ...state, isBehind: true }
}

/** A state that an event has been applied to, with the queue as the event left it. */
function withQueue(state: ConversationState, event: QueueEvent): ConversationState {
  if (state.isBehind) return state
  const queue = foldQueue(state.queue, event)
  if (!queue) return { ...state, isBehind: true }
  return { ...state, queue, seq: event.seq }
}

function withMessage(state: ConversationState, message: Message): ConversationState {
  const { id, parentId } = message
  const isNew = !nodeById(state, id)
  const messageIds = isNew ? [...state.messageIds, id] : state.messageIds
  const next = isNew && takesPath(message) ? new Map(state.next).set(parentId, id) : state.next
  if (message.role === 'assistant' && isOpen(message.reply)) {
    const settled = state.settled.has(id) ? without(state.settled, id) : state.settled
    return { ...state, messageIds, next, settled, running: new Map(state.running).set(id, message) }
  }
  const running = state.running.has(id) ? without(state.running, id) : state.running
  return { ...state, messageIds, next, running, settled: new Map(state.settled).set(id, message) }
}

function without<Value>(map: ReadonlyMap<string, Value>, id: string): ReadonlyMap<string, Value> {
  const rest = new Map(map)
  rest.delete(id)
  return rest
}
