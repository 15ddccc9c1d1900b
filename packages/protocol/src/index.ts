export {
  type AskedReply,
  maxMessageTextLength,
  maxRepliesAtOnce,
  messageTextSchema,
  repliesOf,
} from './asked-replies.ts'
export {
  type Attachment,
  type AttachmentLimits,
  attachmentLimitsSchema,
  attachmentSchema,
  type ImageAttachment,
  imageMediaTypes,
  maxFileNameLength,
  mostAttachments,
} from './attachment.ts'
export { branchesOf, chooseBranch, comparedReplies, messagePath, takesPath } from './branches.ts'
export {
  type ChatStreamInput,
  type ChooseBranch,
  type ContinueReply,
  type ConversationPart,
  type CreateConversation,
  chatStreamInputSchema,
  chooseBranchSchema,
  continueReplySchema,
  conversationIdInputSchema,
  conversationPartSchema,
  createConversationSchema,
  type GetMessages,
  getConversationSchema,
  getMessagesSchema,
  type Model,
  maxMessagesAtOnce,
  modelSchema,
  type Regenerate,
  regenerateSchema,
  renameConversationSchema,
  type SendMessage,
  type StartedReply,
  sendMessageSchema,
  startedReplySchema,
  stopRunSchema,
  type UndoContinue,
  undoContinueSchema,
} from './commands.ts'
export {
  type Configuration,
  type ConfigureConversation,
  configurationLimits,
  configurationSchema,
  configureConversationSchema,
  isSameConfiguration,
  isUnset,
  type Parameters,
  reasoningEfforts,
} from './configuration.ts'
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
export {
  type ConversationPage,
  compareInList,
  conversationPageSchema,
  conversationsPerPage,
  isListed,
  type ListConversations,
  type ListFilter,
  type ListPosition,
  listConversationsSchema,
  type PageConversations,
  pageConversationsSchema,
} from './conversation-list.ts'
export { type ConversationState, emptyConversation, messageById, nodeById } from './conversation-state.ts'
export {
  type DiagramColours,
  type DiagramEvent,
  type DrawDiagram,
  diagramEventSchema,
  drawDiagramSchema,
  maxDiagramLength,
} from './diagram-messages.ts'
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
  streamEventTypes,
  type WorkspaceEvent,
  workspaceEventSchema,
} from './events.ts'
export {
  type ExportedConversation,
  type ExportedMessage,
  exportedConversation,
  exportedConversationSchema,
  exportedFileSchema,
  exportFormat,
  exportVersion,
  runIdsOf,
  treeProblem,
  unchosenPath,
} from './export-format.ts'
export {
  type Feedback,
  feedbackSchema,
  type GiveFeedback,
  giveFeedbackSchema,
  isSameFeedback,
  maxFeedbackLength,
} from './feedback.ts'
export {
  conversationIdsInputSchema,
  type FileConversations,
  type Filing,
  type FilingChanges,
  fileConversationsSchema,
  filingOf,
  isFiledAlike,
  maxConversationsAtOnce,
  withFiling,
  withTags,
} from './filing.ts'
export {
  conversationFromSnapshot,
  foldConversation,
  foldDelta,
  withMessages,
} from './fold-conversation.ts'
export { addedText, beginRun, canContinue, endParts, undoRun } from './fold-run.ts'
export {
  addConversations,
  afterEvent,
  conversationIdOf,
  emptyWorkspace,
  foldWorkspace,
  sortedConversations,
  type WorkspaceState,
  workspaceFromSnapshot,
} from './fold-workspace.ts'
export { idSchema, makeId, modelIdSchema } from './ids.ts'
export {
  type ImageEvent,
  imageEventSchema,
  maxImageAddressLength,
  type ShowImage,
  showImageSchema,
} from './image-messages.ts'
export {
  type ImportedConversation,
  type ImportMessage,
  type ImportReport,
  importMessageSchema,
} from './import-report.ts'
export {
  deletePresetSchema,
  deletePromptSchema,
  emptyLibrary,
  foldLibrary,
  isLibraryChange,
  type Library,
  type LibraryChange,
  libraryLimits,
  type Preset,
  type Prompt,
  presetIcons,
  presetSchema,
  promptNameSchema,
  promptSchema,
  savePresetSchema,
  savePromptSchema,
} from './library.ts'
export {
  type AssistantMessage,
  assistantMessageSchema,
  attachmentsOf,
  type EarlierRun,
  type EndedReply,
  earlierRunSchema,
  isOpen,
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
  type UserPart,
  usageSchema,
  userMessageSchema,
  userPartSchema,
  userParts,
} from './message.ts'
export { type MessageNode, type Outline, outlineOf, outlineSchema } from './outline.ts'
export {
  maxPreviewLength,
  type PreviewEvent,
  previewEventSchema,
  type ShowPreview,
  showPreviewSchema,
} from './preview-messages.ts'
export {
  type EditQueued,
  editQueuedSchema,
  emptyQueue,
  type MessageQueue,
  maxQueuedMessages,
  type QueuedMessage,
  type QueueHold,
  type QueueMessage,
  queuedMessageSchema,
  queueHoldSchema,
  queueMessageSchema,
  type RemoveQueued,
  removeQueuedSchema,
  type SendQueuedNow,
  sendQueuedNowSchema,
} from './queue.ts'
export {
  maxSearchLength,
  type SearchGroup,
  type SearchHit,
  type SearchQuery,
  type SearchResults,
  searchQuerySchema,
  type TextSegment,
} from './search.ts'
export {
  type ChangeSettings,
  changeSettingsSchema,
  defaultSettings,
  isSameSettings,
  type Language,
  languages,
  type Settings,
  settingsSchema,
  withChanges,
} from './settings.ts'
export {
  createShareSchema,
  maxSharesOfConversation,
  revokeShareSchema,
  type Share,
  type ShareChoices,
  shareSchema,
  updateShareSchema,
} from './share.ts'
export {
  type SharedConversation,
  sharedConversation,
  sharedConversationSchema,
  sharedFileIndex,
  sharedPath,
} from './shared-conversation.ts'
export { type StillMessage, stillMessage, stillMessageSchema } from './still-message.ts'
export { maxTagLength, tagSchema } from './tags.ts'
export { type UsageReport, usageByDaySchema, usageOfMessageSchema } from './usage.ts'
