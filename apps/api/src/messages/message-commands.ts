import { type ChatDatabase, conversationLog, type NewEntry, workspaceLog } from '@livetype/db'
import {
  type AskedReply,
  type AttachmentLimits,
  attachmentsOf,
  ChatError,
  type ConversationSummary,
  type CreateConversation,
  isUnset,
  type Regenerate,
  repliesOf,
  type SendMessage,
  type StartedReply,
  textOf,
  type UserMessage,
  userParts,
} from '@livetype/protocol'
import type { ConversationTurns } from '../conversations/conversation-turns.ts'
import { conversationNotFound, findMessage } from '../conversations/find-message.ts'
import type { TemporaryChats } from '../conversations/temporary-chats.ts'
import { findAttachments } from '../files/find-attachments.ts'
import { titleFromWords } from '../titles/title-from-words.ts'
import type { ReplyStarter } from './start-replies.ts'

const untitled = 'New conversation'

/** The commands that begin a conversation or a reply. All are idempotent by the ids the client made (RUN1). */
export interface MessageCommands {
  /** Begins an empty conversation. */
  create(ownerId: string, input: CreateConversation): Promise<ConversationSummary>
  send(ownerId: string, input: SendMessage): Promise<StartedReply>
  regenerate(ownerId: string, input: Regenerate): Promise<StartedReply>
}

/** @see MessageCommands */
export function createMessageCommands(services: {
  database: ChatDatabase
  replies: ReplyStarter
  turns: ConversationTurns
  attachmentLimits: AttachmentLimits
  temporaryChats: Pick<TemporaryChats, 'begin'>
  now: () => number
}): MessageCommands {
  const { database, replies, turns, now } = services

  const create = async (
    ownerId: string,
    { conversationId, title }: CreateConversation,
  ): Promise<ConversationSummary> => {
    const known = await database.conversations.find(ownerId, conversationId)
    if (known) return known
    if (await database.conversations.isTaken(conversationId)) {
      throw new ChatError('id-conflict', 'This conversation id is taken.')
    }
    await database.log.append([
      conversationCreated(ownerId, { id: conversationId, title: title || untitled, createdAt: now() }),
    ])
    const conversation = await database.conversations.find(ownerId, conversationId)
    if (!conversation) throw conversationNotFound()
    return conversation
  }

  /** What a message that is there already has begun; undefined where there is no such message. */
  const sentBefore = async (ownerId: string, input: SendMessage): Promise<StartedReply | undefined> => {
    const { conversationId, messageId } = input
    const repeated = await database.messages.find(ownerId, messageId)
    if (!repeated) return undefined
    const { message } = repeated
    const conflict = new ChatError('id-conflict', 'This message id is taken by another message.')
    if (repeated.conversationId !== conversationId || message.role !== 'user' || !isOf(message, input)) {
      throw conflict
    }
    const firstId = (await database.messages.firstReply(ownerId, messageId))?.id
    const asked: readonly AskedReply[] = input.replies ?? (firstId === undefined ? [] : [{ replyId: firstId }])
    const started = await replies.startedBefore(ownerId, { conversationId, message, asked })
    if (!started) throw conflict
    return started
  }

  const send = async (ownerId: string, input: SendMessage): Promise<StartedReply> => {
    const { conversationId, messageId, parentId, text, attachmentIds = [] } = input
    const before = await sentBefore(ownerId, input)
    if (before) return before
    const asked = repliesOf(input)
    const isTaken = (await database.messages.isTaken(messageId)) || (await database.queues.isTaken(messageId))
    if (isTaken || asked.some(({ replyId }) => replyId === messageId)) {
      throw new ChatError('id-conflict', 'This id is taken by another message.')
    }
    if (parentId !== null) await findMessage(database, ownerId, { conversationId, messageId: parentId })
    const attachments = await findAttachments(services, ownerId, attachmentIds)
    const createdAt = now()
    const message: UserMessage = {
      id: messageId,
      parentId,
      role: 'user',
      parts: userParts(text, attachments),
      createdAt,
    }
    const entries: NewEntry[] = []
    if (!(await database.conversations.find(ownerId, conversationId))) {
      if (await database.conversations.isTaken(conversationId)) throw conversationNotFound()
      const { configuration = {}, isTemporary } = input
      // The list's log outlives a temporary conversation: it is told no word of it (TEMP1).
      const title = isTemporary ? '' : titleFromWords(text.trim() || (attachments[0]?.name ?? ''))
      const begun = { id: conversationId, title, createdAt, ...(isTemporary && { isTemporary }) }
      entries.push(conversationCreated(ownerId, begun))
      if (isTemporary) services.temporaryChats.begin(conversationId)
      if (!isUnset(configuration)) {
        entries.push({
          log: conversationLog(conversationId),
          event: { type: 'conversation-configured', configuration },
        })
      }
    }
    entries.push({ log: conversationLog(conversationId), event: { type: 'message-added', message } })
    return replies.start(ownerId, { conversationId, message, asked, before: entries })
  }

  const regenerate = async (ownerId: string, input: Regenerate): Promise<StartedReply> => {
    const { conversationId } = input
    const old = await findMessage(database, ownerId, input)
    if (old.role !== 'assistant' || old.parentId === null) {
      throw new ChatError('message-not-found', 'Only a reply can be made again.')
    }
    const message = await findMessage(database, ownerId, { conversationId, messageId: old.parentId })
    if (message.role !== 'user') throw new ChatError('message-not-found', 'The question to this reply is gone.')
    const asked = repliesOf(input)
    const before = await replies.startedBefore(ownerId, { conversationId, message, asked })
    return before ?? replies.start(ownerId, { conversationId, message, asked, before: [] })
  }

  return {
    create: (ownerId, input) => turns.take(input.conversationId, () => create(ownerId, input)),
    send: (ownerId, input) => turns.take(input.conversationId, () => send(ownerId, input)),
    regenerate: (ownerId, input) => turns.take(input.conversationId, () => regenerate(ownerId, input)),
  }
}

/** Whether a message is what this command sends. */
function isOf(message: UserMessage, { text, attachmentIds = [] }: SendMessage): boolean {
  const ids = attachmentsOf(message).map(({ fileId }) => fileId)
  return (
    textOf(message) === text &&
    ids.length === attachmentIds.length &&
    ids.every((id, index) => id === attachmentIds[index])
  )
}

/** The entry that begins a conversation. */
function conversationCreated(
  ownerId: string,
  begun: Pick<ConversationSummary, 'id' | 'title' | 'createdAt' | 'isTemporary'>,
): NewEntry {
  const conversation: ConversationSummary = {
    ...begun,
    titleOrigin: 'words',
    updatedAt: begun.createdAt,
    runningCount: 0,
  }
  return { log: workspaceLog(ownerId), event: { type: 'conversation-created', conversation } }
}
