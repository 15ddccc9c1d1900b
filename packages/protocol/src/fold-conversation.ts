import type { ConversationSnapshot } from './conversation.ts'
import type { ConversationEvent, DeltaEvent } from './events.ts'
import { isDelta } from './events.ts'
import type { AssistantMessage, Message, Part } from './message.ts'

/**
 * A conversation as its events tell it. Replies being written sit apart from the settled messages, so that a
 * token copies a map of a few entries and not one of ten thousand.
 */
export interface ConversationState {
  readonly conversationId: string
  /** The seq of the last event folded. */
  readonly seq: number
  /** Ids of all messages in the order in which they were added. */
  readonly messageIds: readonly string[]
  readonly settled: ReadonlyMap<string, Message>
  readonly running: ReadonlyMap<string, AssistantMessage>
  /** True when an event was missing: only a snapshot can go on from here. @see SPEC.md STORE1 */
  readonly isBehind: boolean
}

/** The state before the first event. */
export function emptyConversation(conversationId: string): ConversationState {
  return { conversationId, seq: 0, messageIds: [], settled: new Map(), running: new Map(), isBehind: false }
}

/** The state that a snapshot describes. */
export function conversationFromSnapshot(snapshot: ConversationSnapshot): ConversationState {
  const settled = new Map<string, Message>()
  const running = new Map<string, AssistantMessage>()
  for (const message of snapshot.messages) {
    if (message.role === 'assistant' && message.reply.status === 'running') running.set(message.id, message)
    else settled.set(message.id, message)
  }
  return {
    conversationId: snapshot.conversation.id,
    seq: snapshot.seq,
    messageIds: snapshot.messages.map((message) => message.id),
    settled,
    running,
    isBehind: false,
  }
}

/** The message with this id, running or settled. */
export function messageById(state: ConversationState, id: string): Message | undefined {
  return state.running.get(id) ?? state.settled.get(id)
}

/**
 * Applies one event. Pure. An event that is contained already changes nothing; one that leaves a gap sets
 * `isBehind` and nothing else. @see SPEC.md LOG2, STORE1
 */
export function foldConversation(state: ConversationState, event: ConversationEvent): ConversationState {
  if (state.isBehind || event.seq <= state.seq) return state
  const first = isDelta(event) ? (event.firstSeq ?? event.seq) : event.seq
  if (first > state.seq + 1) return { ...state, isBehind: true }
  switch (event.type) {
    case 'message-added':
      return { ...withMessage(state, event.message), seq: event.seq }
    case 'run-started':
      return {
        ...withMessage(state, {
          id: event.messageId,
          parentId: event.parentId,
          role: 'assistant',
          parts: [],
          createdAt: event.startedAt,
          runId: event.runId,
          modelId: event.modelId,
          modelName: event.modelName,
          reply: { status: 'running', startedAt: event.startedAt },
        }),
        seq: event.seq,
      }
    case 'text-delta':
    case 'reasoning-delta': {
      const message = state.running.get(event.messageId)
      const parts = message && foldDelta(message.parts, event)
      if (!parts) return { ...state, isBehind: true }
      const running = new Map(state.running).set(message.id, { ...message, parts })
      return { ...state, seq: event.seq, running }
    }
    case 'run-ended': {
      const message = state.running.get(event.messageId)
      if (!message) return { ...state, isBehind: true }
      const { status, endedAt, failure, usage } = event
      const reply = {
        status,
        startedAt: message.reply.startedAt,
        endedAt,
        ...(failure && { failure }),
        ...(usage && { usage }),
      }
      const running = new Map(state.running)
      running.delete(message.id)
      return {
        ...state,
        seq: event.seq,
        running,
        settled: new Map(state.settled).set(message.id, { ...message, reply }),
      }
    }
  }
}

/**
 * Adds a delta to the parts of a reply; what is there already is skipped.
 * Returns undefined where text between the parts and the delta is missing.
 */
export function foldDelta(parts: readonly Part[], delta: Omit<DeltaEvent, 'seq' | 'firstSeq'>): Part[] | undefined {
  const type = delta.type === 'text-delta' ? 'text' : 'reasoning'
  const part = parts[delta.partIndex] ?? (delta.partIndex === parts.length ? { type, text: '' } : undefined)
  if (part?.type !== type || delta.offset > part.text.length) return undefined
  const next = parts.slice()
  next[delta.partIndex] = { type, text: part.text + delta.text.slice(part.text.length - delta.offset) }
  return next
}

function withMessage(state: ConversationState, message: Message): ConversationState {
  const messageIds = messageById(state, message.id) ? state.messageIds : [...state.messageIds, message.id]
  if (message.role === 'assistant' && message.reply.status === 'running') {
    return { ...state, messageIds, running: new Map(state.running).set(message.id, message) }
  }
  return { ...state, messageIds, settled: new Map(state.settled).set(message.id, message) }
}
