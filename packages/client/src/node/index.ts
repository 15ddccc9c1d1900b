export {
  ChatError,
  type ChatErrorCode,
  type ConversationSnapshot,
  type ConversationSummary,
  type Failure,
  type Message,
  type Model,
  type Part,
  type RunStatus,
  type StreamEvent,
  textOf,
  type Usage,
} from '@livetype/protocol'
export type { Answer } from '../ask/answer.ts'
export type { Ask, AskOptions } from '../ask/create-asker.ts'
export type { ReplyEvent } from '../ask/reply-event.ts'
export { UnfinishedReplyError, type UnfinishedStatus } from '../ask/unfinished-reply-error.ts'
export type { LivetypeClient } from '../trpc-client/create-trpc-client.ts'
export { createLivetype, type Livetype, type LivetypeOptions } from './create-livetype.ts'
export { createNodeClient, type NodeClientOptions } from './create-node-client.ts'
