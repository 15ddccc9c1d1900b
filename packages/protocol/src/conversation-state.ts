import type { Configuration } from './configuration.ts'
import type { AssistantMessage, Message } from './message.ts'
import type { MessageNode } from './outline.ts'
import { emptyQueue, type MessageQueue } from './queue.ts'

/**
 * A conversation as its events tell it. Replies being made, those in the queue too, sit apart from the settled
 * messages, so that a token copies a map of a few entries and not one of ten thousand.
 */
export interface ConversationState {
  readonly conversationId: string
  /** The seq of the last event folded. */
  readonly seq: number
  /** Ids of all messages in the order in which they were added. */
  readonly messageIds: readonly string[]
  readonly settled: ReadonlyMap<string, Message>
  readonly running: ReadonlyMap<string, AssistantMessage>
  /** Messages of which only the place in the tree is known: what they say is yet to be read. @see SPEC.md PAGE1 */
  readonly outlined: ReadonlyMap<string, MessageNode>
  /** Of each message, and of null before the first, the one that follows on the path. @see SPEC.md TREE1 */
  readonly next: ReadonlyMap<string | null, string>
  /** The messages that a person chose among their siblings, with those before them. @see SPEC.md TREE1 */
  readonly chosen: ReadonlySet<string>
  /** What is set for its runs. */
  readonly configuration: Configuration
  /** The messages that wait until nothing is being written any more. @see SPEC.md QUEUE1 */
  readonly queue: MessageQueue
  /** True when an event was missing: only a snapshot can go on from here. @see SPEC.md STORE1 */
  readonly isBehind: boolean
}

/** The state before the first event. */
export function emptyConversation(conversationId: string): ConversationState {
  return {
    conversationId,
    seq: 0,
    messageIds: [],
    settled: new Map(),
    running: new Map(),
    outlined: new Map(),
    next: new Map(),
    chosen: new Set(),
    configuration: {},
    queue: emptyQueue,
    isBehind: false,
  }
}

/** The message with this id, running or settled; undefined also where what it says is yet to be read. */
export function messageById(state: ConversationState, id: string): Message | undefined {
  return state.running.get(id) ?? state.settled.get(id)
}

/** Where the message with this id stands in the tree, also where what it says is yet to be read. */
export function nodeById(state: ConversationState, id: string): MessageNode | undefined {
  return messageById(state, id) ?? state.outlined.get(id)
}
