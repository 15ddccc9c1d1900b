import type {
  AssistantMessage,
  Attachment,
  ChangeSettings,
  Configuration,
  ConversationSummary,
  Failure,
  Feedback,
  FilingChanges,
  Library,
  LibraryChange,
  ListFilter,
  Message,
  QueuedMessage,
  QueueHold,
  Settings,
} from '@livetype/protocol'
import type { Observable } from '../observable.ts'
import type { Older } from './listings.ts'

/** How the tab's stream stands. `idle`: none is needed. */
export type Connection = 'idle' | 'connecting' | 'live' | 'reconnecting'

/** The list of conversations, the last used first. */
export type ListView =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: Failure }
  | {
      readonly status: 'ready'
      /** Which conversations these are. */
      readonly filter: ListFilter
      /** As far as they are loaded, without a hole; those that are pinned are among them wherever they stand. */
      readonly conversations: readonly ConversationSummary[]
      readonly older: Older
    }

/** One conversation: the ids of the messages a person sees, in order. Tokens do not change it. */
export type ConversationView =
  | { readonly status: 'loading' }
  | { readonly status: 'not-found' }
  | { readonly status: 'failed'; readonly failure: Failure }
  | {
      /** Also where the conversation can't be read, but holds messages that are still to be sent: then only these. */
      readonly status: 'ready'
      /** Null until the server has named it: a conversation whose first message is on its way. */
      readonly conversation: ConversationSummary | null
      readonly messageIds: readonly string[]
      /** Of each message on the path that has other versions: the ids of all of them, the oldest first. */
      readonly branches: ReadonlyMap<string, readonly string[]>
      /**
       * The replies that stand side by side at the end of the path, the first of them, which is the last of
       * `messageIds`, first; mostly none. @see SPEC.md RUN11
       */
      readonly compared: readonly string[]
      /** The replies in sight that are being written, with what stops them. */
      readonly running: readonly Pick<AssistantMessage, 'id' | 'runId'>[]
      /** What is set for its runs; empty where nothing is. @see SPEC.md CONFIG1 */
      readonly configuration: Configuration
      /** In no list, and gone for good a while after it was left. @see SPEC.md TEMP1 */
      readonly isTemporary: boolean
      /** The messages that wait until nothing is being written any more, in the order in which they go out. */
      readonly queued: readonly QueuedMessageView[]
      /** Why they stay where they are; null: they go out by themselves. @see SPEC.md QUEUE3 */
      readonly queueHold: QueueHold | null
    }

/** One message. A message that is on its way to the server is shown from the first moment. */
export type MessageView =
  | { readonly delivery: 'sent'; readonly message: Message }
  | { readonly delivery: 'sending'; readonly message: Message }
  /** The server did not take it; `retrySend` tries again with the same ids, `discard` takes it back. */
  | { readonly delivery: 'failed'; readonly message: Message; readonly failure: Failure }

/** A message that waits. One that is on its way to the server is shown from the first moment. */
export type QueuedMessageView =
  | { readonly delivery: 'sent' | 'sending'; readonly message: QueuedMessage }
  /** The server did not take it; `retrySend` tries again, `discard` takes it back. */
  | { readonly delivery: 'failed'; readonly message: QueuedMessage; readonly failure: Failure }

/** What a person sends. The store makes the ids. */
export interface SendOptions {
  /** Absent: a new conversation. */
  readonly conversationId?: string
  /** May be empty where something is attached. */
  readonly text: string
  /** What was uploaded before. */
  readonly attachments?: readonly Attachment[]
  readonly modelId?: string
  /** Instead of `modelId`: up to four that answer at once, the same one twice too. @see SPEC.md RUN11 */
  readonly modelIds?: readonly string[]
  /** Of a conversation that this begins. */
  readonly configuration?: Configuration
  /** Whether the conversation that this begins is temporary. @see SPEC.md TEMP1 */
  readonly isTemporary?: boolean
}

/** What a person has written, with what is attached to it. */
export interface Written {
  readonly text: string
  readonly attachments: readonly Attachment[]
}

/**
 * What a chat client knows and can do, without a framework. Views subscribe to the list, to one conversation, or
 * to one message; a token notifies the one message it belongs to, at most once a frame. @see SPEC.md STORE2
 */
export interface ChatStore {
  readonly connection: Observable<Connection>
  /** What the owner has chosen; until the server has told, what held here last. */
  readonly settings: Observable<Settings>
  readonly list: Observable<ListView>
  /** Reads the list now where that has failed. */
  retryList(): void
  /** Reads the next older ones into the list; does nothing while they are being read, or where there are none. */
  loadOlder(): void
  /** Lets the list show other conversations: those that are archived, or those with a tag. */
  filterList(filter: ListFilter): void
  /** The tags in use, the most used first. */
  listTags(): Promise<string[]>
  conversation(conversationId: string): Observable<ConversationView>
  /**
   * Undefined where the conversation has no such message, or it is yet to be read: looking at it reads it.
   * @see SPEC.md PAGE1
   */
  message(conversationId: string, messageId: string): Observable<MessageView | undefined>
  /** Reads all messages on the path of a conversation that is open, for whoever needs all of them: a search, a print. */
  readPath(conversationId: string): Promise<void>
  /**
   * Says which conversation is in front of the person; the tab's one stream follows it. Null: none. One that could
   * not be read is read again.
   */
  open(conversationId: string | null): void
  /**
   * Shows the message at once and sends it, or queues it where a reply is being written (QUEUE1). Returns the ids it will
   * have; failures show in the message's view.
   */
  send(options: SendOptions): { conversationId: string; messageId: string; replyId: string }
  /** Sends another version of a person's message; the one that is there and all that followed it stay (TREE1). */
  edit(
    conversationId: string,
    messageId: string,
    options: Omit<SendOptions, 'conversationId' | 'configuration' | 'isTemporary'>,
  ): { conversationId: string; messageId: string; replyId: string }
  /** Shows this version of a message and what was last seen below it; on all devices. @see SPEC.md TREE1 */
  chooseBranch(conversationId: string, messageId: string): Promise<void>
  /** Changes what a queued message says; shown at once. Rejects with `queue-conflict` where it has gone out already. */
  editQueued(conversationId: string, messageId: string, written: Written): Promise<void>
  /** Takes a queued message out of the queue; gone from sight at once. Rejects as `editQueued`. */
  removeQueued(conversationId: string, messageId: string): Promise<void>
  /** Stops what is being written, and sends this queued message. @see SPEC.md QUEUE4 */
  sendQueuedNow(conversationId: string, messageId: string): Promise<void>
  /** Sends or queues again what failed. */
  retrySend(conversationId: string, messageId: string): void
  /** Takes back a message that could not be sent; returns what it was made of. */
  discard(conversationId: string, messageId: string): Written
  /** Stops the replies being written in a conversation. */
  stop(conversationId: string): Promise<void>
  /** Stops one reply, or leaves it as it is where it has ended. */
  stopReply(conversationId: string, messageId: string): Promise<void>
  /** Makes another reply beside this one; with several models one by each, side by side. */
  regenerate(conversationId: string, messageId: string, modelIds?: string | readonly string[]): Promise<void>
  /** Goes on with a reply that ended early, in the same message; shown as begun at once. @see SPEC.md RUN9 */
  continueReply(conversationId: string, messageId: string, modelId?: string): Promise<void>
  /** Takes back what a reply was continued with last; gone from sight at once. @see SPEC.md RUN10 */
  undoContinue(conversationId: string, messageId: string): Promise<void>
  /** Sets what the runs of a conversation are made with from now on; shown at once, on all devices. @see SPEC.md CONFIG1 */
  configure(conversationId: string, configuration: Configuration): Promise<void>
  /** Rates an answer, or takes the rating back (null); shown at once, on all devices. @see SPEC.md FEED1 */
  rate(conversationId: string, messageId: string, feedback: Feedback | null): Promise<void>
  /** Another number whenever links to conversations may have changed; the links themselves are read where they are shown. */
  readonly shareChanges: Observable<number>
  /** The presets and prompts. */
  readonly library: Observable<Library>
  /** Saves or deletes a preset or prompt; shown at once, on all devices. @see SPEC.md CONFIG2 */
  changeLibrary(change: LibraryChange): Promise<void>
  rename(conversationId: string, title: string): Promise<void>
  /** Makes a temporary conversation one like all others, in all tabs. @see SPEC.md TEMP2 */
  keep(conversationId: string): Promise<void>
  /** Pins, archives or tags conversations; shown at once. */
  file(conversationIds: readonly string[], changes: FilingChanges): Promise<void>
  /** Deletes conversations; `restore` undoes it. */
  remove(...conversationIds: readonly string[]): Promise<void>
  restore(...conversationIds: readonly string[]): Promise<void>
  /** Shown at once; taken back, and rejected with a `ChatError`, where the server refuses. */
  changeSettings(changes: ChangeSettings): Promise<void>
  /** Ends the stream and all timers. */
  dispose(): void
}
