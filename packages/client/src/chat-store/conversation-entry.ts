import type {
  Configuration,
  ConversationEvent,
  ConversationSnapshot,
  ConversationState,
  ConversationSummary,
  Failure,
  Feedback,
  Message,
} from '@livetype/protocol'
import {
  conversationFromSnapshot,
  emptyConversation,
  foldConversation,
  isSameConfiguration,
  isSameFeedback,
  messageById,
} from '@livetype/protocol'
import { createPendingChanges, type PendingChanges } from './pending-changes.ts'
import { choicesAfter, type PendingChoice, withChoice } from './pending-choice.ts'
import { hearQueue, outdateQueue, type PendingQueued, type QueueChange } from './pending-queue.ts'
import { isInLog, type Pending } from './pending-reply.ts'
import { isSameMessage } from './same-message.ts'

/** What a person thinks of an answer; null: nothing any more. */
export interface Rating {
  readonly messageId: string
  readonly feedback: Feedback | null
}

/** How well a conversation is known. `new`: made here, and the server has not answered yet. */
export type EntryPhase =
  | { readonly status: 'new' | 'loading' | 'ready' | 'not-found' }
  | { readonly status: 'failed'; readonly failure: Failure }

/** What the store keeps of one conversation. */
export interface ConversationEntry {
  readonly id: string
  phase: EntryPhase
  state: ConversationState
  /** Where the log goes on after the event `cursorSeq`; null: at its first event. */
  cursor: string | null
  cursorSeq: number
  /** Another whenever a snapshot has replaced the state: a stream of before does not fit any more. */
  version: number
  /** True between a reset or a gap and the snapshot that heals it: events mean nothing in that time. */
  isStale: boolean
  /** As the last snapshot or answer said; the list's own is newer where it has one. */
  summary: ConversationSummary | null
  /** In the order in which the person acted. */
  pending: Pending[]
  /** The versions that were chosen and that the log has not told of yet; the last one counts. */
  choices: PendingChoice[]
  /** What was set and that the log has not told of yet; the last one counts. */
  readonly configured: PendingChanges<Configuration>
  /** The ratings that the log has not told of yet; the last one of an answer counts. */
  readonly rated: PendingChanges<Rating>
  /** Of one that is made here: whether it is to be temporary. */
  isTemporary: boolean
  /** The messages that are to wait, in the order in which the person wrote them. @see SPEC.md QUEUE1 */
  queueing: readonly PendingQueued[]
  queueChanges: readonly QueueChange[]
}

/** An entry that knows nothing yet. */
export function createEntry(id: string, status: 'new' | 'loading'): ConversationEntry {
  const entry: ConversationEntry = {
    id,
    phase: { status },
    state: emptyConversation(id),
    cursor: null,
    cursorSeq: 0,
    version: 0,
    isStale: false,
    summary: null,
    pending: [],
    choices: [],
    isTemporary: false,
    queueing: [],
    queueChanges: [],
    configured: createPendingChanges<Configuration>({
      isSame: isSameConfiguration,
      isTold: (configuration) => isSameConfiguration(configuration, entry.state.configuration),
    }),
    rated: createPendingChanges<Rating>({
      isSame: (a, b) => a.messageId === b.messageId && isSameFeedback(a.feedback, b.feedback),
      isTold({ messageId, feedback }) {
        const message = messageById(entry.state, messageId)
        return message?.role === 'assistant' && isSameFeedback(message.feedback, feedback)
      },
    }),
  }
  return entry
}

/** What is set for a conversation, as the person sees it. */
export function shownConfiguration(entry: ConversationEntry): Configuration {
  return entry.configured.values.at(-1) ?? entry.state.configuration
}

/** The conversation as a person sees it: with what is on its way and what they chose. */
export function shownState(entry: ConversationEntry): ConversationState {
  return withChoice(entry.state, entry.pending, entry.choices.at(-1))
}

/** What an event changed: nothing, one message's text, or which messages there are and how they stand. */
export type EntryChange =
  | { readonly kind: 'none' | 'behind' | 'configuration' | 'queue' }
  | { readonly kind: 'text' | 'structure'; messageId: string }

/** Folds one event into an entry. */
export function foldIntoEntry(entry: ConversationEntry, event: ConversationEvent): EntryChange {
  if (entry.isStale) return { kind: 'none' }
  const previous = entry.state
  entry.state = foldConversation(previous, event)
  if (entry.state === previous) return { kind: 'none' }
  if (entry.state.isBehind) return { kind: 'behind' }
  hearQueue(entry, event)
  switch (event.type) {
    case 'text-delta':
    case 'reasoning-delta':
      return { kind: 'text', messageId: event.messageId }
    case 'message-added':
      dropArrived(entry)
      return { kind: 'structure', messageId: event.message.id }
    case 'run-queued':
    case 'run-started':
    case 'run-ended':
      dropArrived(entry)
      return { kind: 'structure', messageId: event.messageId }
    case 'branch-chosen':
      entry.choices = choicesAfter(entry.choices, event.messageId)
      return { kind: 'structure', messageId: event.messageId }
    case 'conversation-configured':
      entry.configured.hear(event.configuration)
      return { kind: 'configuration' }
    case 'feedback-given':
      entry.rated.hear({ messageId: event.messageId, feedback: event.feedback })
      return { kind: 'structure', messageId: event.messageId }
    case 'message-queued':
    case 'queued-message-edited':
    case 'queued-message-removed':
    case 'queue-held':
      return { kind: 'queue' }
    case 'run-undone':
      for (const one of entry.pending) {
        if (one.kind === 'continue' && one.command.runId === event.runId) one.isTakenBack = true
      }
      dropArrived(entry)
      return { kind: 'structure', messageId: event.messageId }
  }
}

/**
 * Replaces an entry's state by a snapshot's. Messages that are as they were keep their references.
 * `acceptedBefore`: what the server had taken before the snapshot was read. Where the snapshot lacks it, it is gone.
 */
export function replaceBySnapshot(
  entry: ConversationEntry,
  snapshot: ConversationSnapshot,
  acceptedBefore: ReadonlySet<Pending>,
): void {
  const messages = snapshot.messages.map((message) => sameAsKnown(entry.state, message))
  entry.state = conversationFromSnapshot({ ...snapshot, messages })
  entry.cursor = snapshot.cursor
  entry.cursorSeq = snapshot.seq
  entry.summary = snapshot.conversation
  entry.isStale = false
  entry.phase = { status: 'ready' }
  entry.pending = entry.pending.filter((pending) => !acceptedBefore.has(pending))
  entry.choices = entry.choices.filter((one) => !one.isAccepted)
  entry.configured.outdate()
  entry.rated.outdate()
  outdateQueue(entry)
  dropArrived(entry)
}

/** Forgets the commands that the log has told of, but for those whose answer is still to come. */
export function dropArrived(entry: ConversationEntry): void {
  if (entry.pending.length === 0) return
  entry.pending = entry.pending.filter((one) => one.delivery.status === 'sending' || !isInLog(entry.state, one))
}

/** Whether there is, or will be, a log to follow from what is known. */
export function isFollowable(entry: ConversationEntry): boolean {
  return entry.phase.status === 'ready' || entry.phase.status === 'new'
}

/** Whether a reply is being made or is about to be, or a command is on its way. */
export function isBusy(entry: ConversationEntry): boolean {
  const isOnItsWay = (one: { delivery: Pending['delivery'] }) => one.delivery.status !== 'failed'
  return entry.state.running.size > 0 || isQueueMoving(entry) || [...entry.pending, ...entry.queueing].some(isOnItsWay)
}

/** Whether a message that is sent now has to wait: for a reply that the server is making, or behind others that wait. */
export function isToBeQueued(entry: ConversationEntry): boolean {
  if (!isFollowable(entry)) return false
  const isTaken = entry.pending.some((one) => one.kind !== 'undo' && one.delivery.status === 'accepted')
  const isQueueing = entry.queueing.some(({ delivery }) => delivery.status !== 'failed')
  return entry.state.running.size > 0 || isTaken || isQueueing || isQueueMoving(entry)
}

/** Whether messages wait that go out by themselves. */
function isQueueMoving({ state }: ConversationEntry): boolean {
  return state.queue.messages.length > 0 && state.queue.hold === null
}

function sameAsKnown(state: ConversationState, message: Message): Message {
  const known = messageById(state, message.id)
  return known && isSameMessage(known, message) ? known : message
}
