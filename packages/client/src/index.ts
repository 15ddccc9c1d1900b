export type { AttachmentTrays } from './attachments/attachment-trays.ts'
export { hasKeptAttachments } from './attachments/kept-attachments.ts'
export { emptyTray, type TrayItem, type TrayView } from './attachments/tray-view.ts'
export type { ChatApi, StreamHandlers, StreamState } from './chat-store/chat-api.ts'
export type {
  ChatStore,
  Connection,
  ConversationView,
  ListView,
  MessageView,
  QueuedMessageView,
  SendOptions,
  Written,
} from './chat-store/chat-store.ts'
export { type ChatStoreOptions, createChatStore } from './chat-store/create-chat-store.ts'
export { noTabSignals, type TabSignals } from './chat-store/tab-signals.ts'
export type { UnsentText, UnsentTexts } from './chat-store/unsent-keeper.ts'
export type { KeyValue } from './drafts/key-value.ts'
export { createLiveDrafts, type LiveDrafts } from './drafts/live-drafts.ts'
export { createStoredUnsentTexts } from './drafts/stored-unsent-texts.ts'
export type { Frames } from './frames.ts'
export type { Importer } from './importing/create-importer.ts'
export type { ImportView } from './importing/import-view.ts'
export type { Block } from './markdown/block.ts'
export { groupsOf } from './markdown/groups.ts'
export { createMarkdownStream, type MarkdownStream, parseMarkdown } from './markdown/markdown-stream.ts'
export type { BlockNode, ColumnAlignment, InlineNode, ListItem, MarkdownNode, TableCell } from './markdown/nodes.ts'
export { practiseMarkdown } from './markdown/practise-markdown.ts'
export { safeUrl } from './markdown/safe-url.ts'
export { tableCsv, tableMarkdown } from './markdown/table-text.ts'
export { createModelList, type ModelList, type ModelListView } from './models/create-model-list.ts'
export type { Observable } from './observable.ts'
export { createReplyView, type LiveReplyView, type ReplyViewOptions } from './reply-view/create-reply-view.ts'
export type { ReplyRate } from './reply-view/reply-rate.ts'
export type { PartView, ReplyActivity, ReplyView } from './reply-view/reply-view.ts'
export { watchReplyRate } from './reply-view/watch-reply-rate.ts'
export { platformTimers, type Timers } from './timers.ts'
export type { EventSourceConstructor } from './transport/event-source-link.ts'
export type { TransportSetting } from './transport/stream-link.ts'
export type { StreamSlots } from './transport/stream-slots.ts'
export type { Transport } from './transport/transport-choice.ts'
export type { WebSocketConstructor } from './transport/web-socket-link.ts'
export type { AppRouter } from './trpc-client/app-router.ts'
export { chatErrorFromTrpc } from './trpc-client/chat-error-from-trpc.ts'
export { createChatApi } from './trpc-client/create-chat-api.ts'
export { createTrpcClient, type LivetypeClient, type TrpcClientOptions } from './trpc-client/create-trpc-client.ts'
