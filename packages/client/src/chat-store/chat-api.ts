import type {
  ChangeSettings,
  ChatError,
  ChatStreamInput,
  ChooseBranch,
  ConfigureConversation,
  ContinueReply,
  ConversationPage,
  ConversationPart,
  ConversationSnapshot,
  ConversationSummary,
  EditQueued,
  FileConversations,
  GetMessages,
  GiveFeedback,
  LibraryChange,
  ListConversations,
  Message,
  Model,
  PageConversations,
  QueueMessage,
  Regenerate,
  RemoveQueued,
  SendMessage,
  SendQueuedNow,
  StartedReply,
  StreamEvent,
  UndoContinue,
  WorkspaceSnapshot,
} from '@livetype/protocol'

/**
 * How a stream stands. `connecting`: for the first time; `lost`: it was cut and is trying to resume by itself.
 */
export type StreamState = 'connecting' | 'live' | 'lost'

/** What a stream tells. After `onFailure`, and after it was ended, it says no more. */
export interface StreamHandlers {
  /** Events in the order of their logs; `cursor` resumes all followed logs after them (as `lastEventId`). */
  onEvents(events: readonly StreamEvent[], cursor: string): void
  onState(state: StreamState): void
  /** The stream is over and will not resume by itself. */
  onFailure(error: ChatError): void
}

/**
 * What the chat store needs of a server. Every function rejects with a `ChatError`; one whose `isRetryable` is true
 * may be called again with the same arguments, and the second call does no harm (RUN1).
 */
export interface ChatApi {
  listConversations(wanted: ListConversations): Promise<WorkspaceSnapshot>
  pageConversations(page: PageConversations): Promise<ConversationPage>
  /** Those of these conversations that are there. */
  getSummaries(conversationIds: readonly string[]): Promise<ConversationPage>
  listTags(): Promise<string[]>
  /** All of its messages, or the part that is asked for. */
  getConversation(conversationId: string, part?: ConversationPart): Promise<ConversationSnapshot>
  /** Those of these messages that are there. */
  getMessages(wanted: GetMessages): Promise<Message[]>
  createConversation(conversationId: string, title?: string): Promise<ConversationSummary>
  keepConversation(conversationId: string): Promise<void>
  renameConversation(conversationId: string, title: string): Promise<void>
  fileConversations(command: FileConversations): Promise<void>
  deleteConversations(conversationIds: readonly string[]): Promise<void>
  restoreConversations(conversationIds: readonly string[]): Promise<void>
  chooseBranch(command: ChooseBranch): Promise<void>
  configureConversation(command: ConfigureConversation): Promise<void>
  changeLibrary(change: LibraryChange): Promise<void>
  sendMessage(command: SendMessage): Promise<StartedReply>
  queueMessage(command: QueueMessage): Promise<void>
  editQueued(command: EditQueued): Promise<void>
  removeQueued(command: RemoveQueued): Promise<void>
  sendQueuedNow(command: SendQueuedNow): Promise<void>
  stopRun(conversationId: string, runId: string): Promise<void>
  regenerate(command: Regenerate): Promise<StartedReply>
  continueReply(command: ContinueReply): Promise<StartedReply>
  undoContinue(command: UndoContinue): Promise<void>
  giveFeedback(command: GiveFeedback): Promise<void>
  changeSettings(changes: ChangeSettings): Promise<void>
  listModels(): Promise<Model[]>
  /** Follows logs until the returned function is called. Resumes by itself after a cut. @see SPEC.md SUB1 */
  stream(input: ChatStreamInput, handlers: StreamHandlers): () => void
}
