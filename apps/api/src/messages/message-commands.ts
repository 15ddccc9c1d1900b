import { type ChatDatabase, conversationLog, type NewEntry, workspaceLog } from '@livetype/db'
import {
  type AttachmentLimits,
  attachmentsOf,
  ChatError,
  type ConversationSummary,
  type CreateConversation,
  type Regenerate,
  type SendMessage,
  type StartedReply,
  textOf,
  type UserMessage,
  userParts,
} from '@livetype/protocol'
import type { ConversationTurns } from '../conversations/conversation-turns.ts'
import { conversationNotFound, findMessage } from '../conversations/find-message.ts'
import { findAttachments } from '../files/find-attachments.ts'
import type { ModelRegistry } from '../providers/model-registry.ts'
import type { RunManager } from '../runs/run-manager.ts'
import { titleFromWords } from '../titles/title-from-words.ts'

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
  models: ModelRegistry
  runs: RunManager
  turns: ConversationTurns
  attachmentLimits: AttachmentLimits
  now: () => number
}): MessageCommands {
  const { database, models, runs, turns, now } = services

  const withSummary = async (ownerId: string, id: string, started: Omit<StartedReply, 'conversation'>) => {
    const conversation = await database.conversations.find(ownerId, id)
    if (!conversation) throw conversationNotFound()
    return { conversation, ...started }
  }

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

  const send = async (ownerId: string, input: SendMessage): Promise<StartedReply> => {
    const { conversationId, messageId, parentId, text, replyId, attachmentIds = [] } = input
    const repeated = await database.messages.find(ownerId, messageId)
    if (repeated) {
      const { message } = repeated
      const reply = await database.messages.firstReply(ownerId, messageId)
      if (repeated.conversationId !== conversationId || message.role !== 'user' || !isOf(message, input) || !reply) {
        throw new ChatError('id-conflict', 'This message id is taken by another message.')
      }
      return withSummary(ownerId, conversationId, { message, reply })
    }
    if (
      replyId === messageId ||
      (await database.messages.isTaken(replyId)) ||
      (await database.messages.isTaken(messageId))
    ) {
      throw new ChatError('id-conflict', 'This id is taken by another message.')
    }
    if (parentId !== null) await findMessage(database, ownerId, { conversationId, messageId: parentId })
    const { provider, model } = await models.resolve(input.modelId)
    const attachments = await findAttachments(services, ownerId, attachmentIds)
    const createdAt = now()
    const parts = userParts(text, attachments)
    const message: UserMessage = { id: messageId, parentId, role: 'user', parts, createdAt }
    const before: NewEntry[] = []
    if (!(await database.conversations.find(ownerId, conversationId))) {
      if (await database.conversations.isTaken(conversationId)) throw conversationNotFound()
      const title = titleFromWords(text.trim() || (attachments[0]?.name ?? ''))
      before.push(conversationCreated(ownerId, { id: conversationId, title, createdAt }))
    }
    before.push({ log: conversationLog(conversationId), event: { type: 'message-added', message } })
    const reply = await runs.start({ ownerId, conversationId, parentId: messageId, replyId, provider, model, before })
    return withSummary(ownerId, conversationId, { message, reply })
  }

  const regenerate = async (ownerId: string, input: Regenerate): Promise<StartedReply> => {
    const { conversationId, replyId } = input
    // First, since it may take a while: what is read after it is as it is when the run starts.
    const { provider, model } = await models.resolve(input.modelId)
    const old = await findMessage(database, ownerId, input)
    if (old.role !== 'assistant' || old.parentId === null) {
      throw new ChatError('message-not-found', 'Only a reply can be made again.')
    }
    const message = await findMessage(database, ownerId, { conversationId, messageId: old.parentId })
    if (message.role !== 'user') throw new ChatError('message-not-found', 'The question to this reply is gone.')
    const repeated = await database.messages.find(ownerId, replyId)
    if (repeated) {
      const reply = repeated.message
      if (reply.role !== 'assistant' || reply.parentId !== message.id) {
        throw new ChatError('id-conflict', 'This reply id is taken by another message.')
      }
      return withSummary(ownerId, conversationId, { message, reply })
    }
    if (await database.messages.isTaken(replyId))
      throw new ChatError('id-conflict', 'This id is taken by another message.')
    const reply = await runs.start({
      ownerId,
      conversationId,
      parentId: message.id,
      replyId,
      provider,
      model,
      before: [],
    })
    return withSummary(ownerId, conversationId, { message, reply })
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
  begun: Pick<ConversationSummary, 'id' | 'title' | 'createdAt'>,
): NewEntry {
  const conversation: ConversationSummary = {
    ...begun,
    titleOrigin: 'words',
    updatedAt: begun.createdAt,
    runningCount: 0,
  }
  return { log: workspaceLog(ownerId), event: { type: 'conversation-created', conversation } }
}
