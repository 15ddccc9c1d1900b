export {
  type ChatStreamInput,
  chatStreamInputSchema,
  conversationIdInputSchema,
  createConversationSchema,
  type Model,
  maxMessageTextLength,
  messageTextSchema,
  modelSchema,
  type Regenerate,
  regenerateSchema,
  renameConversationSchema,
  type SendMessage,
  type StartedReply,
  sendMessageSchema,
  startedReplySchema,
  stopRunSchema,
} from './commands.ts'
export {
  type ConversationSnapshot,
  type ConversationSummary,
  conversationSnapshotSchema,
  conversationSummarySchema,
  cursorSchema,
  maxTitleLength,
  type TitleOrigin,
  titleOriginSchema,
  type WorkspaceSnapshot,
  workspaceSnapshotSchema,
} from './conversation.ts'
export { ChatError, type ChatErrorCode, chatErrorCodeSchema, type Failure, failureSchema } from './errors.ts'
export {
  type ConversationEvent,
  conversationEventSchema,
  type DeltaEvent,
  isDelta,
  isWorkspaceEvent,
  type LoggedEvent,
  loggedEventSchema,
  type NewEvent,
  type StreamEvent,
  streamEventSchema,
  type WorkspaceEvent,
  workspaceEventSchema,
} from './events.ts'
export {
  type ConversationState,
  conversationFromSnapshot,
  emptyConversation,
  foldConversation,
  foldDelta,
  messageById,
} from './fold-conversation.ts'
export {
  emptyWorkspace,
  foldWorkspace,
  sortedConversations,
  type WorkspaceState,
  workspaceFromSnapshot,
} from './fold-workspace.ts'
export { idSchema, makeId, modelIdSchema } from './ids.ts'
export {
  type AssistantMessage,
  assistantMessageSchema,
  type Message,
  messageSchema,
  type Part,
  partSchema,
  type ReplyState,
  type RunStatus,
  replyStateSchema,
  runStatusSchema,
  textOf,
  type Usage,
  type UserMessage,
  usageSchema,
  userMessageSchema,
} from './message.ts'
export { messagePath } from './message-path.ts'
