import { type ChatDatabase, conversationLog, workspaceLog } from '@livetype/db'
import {
  type AssistantMessage,
  ChatError,
  type ContinueReply,
  canContinue,
  isOpen,
  type StartedReply,
  type UndoContinue,
  undoRun,
} from '@livetype/protocol'
import type { ConversationTurns } from '../conversations/conversation-turns.ts'
import { conversationNotFound, findMessage } from '../conversations/find-message.ts'
import type { ModelRegistry } from '../providers/model-registry.ts'
import type { RunManager } from './run-manager.ts'

/** Going on with replies that ended before they were complete, and taking that back. */
export interface Continuations {
  /** Idempotent by the run's id, which the client made; a run that was taken back since is not begun again. */
  continueReply(ownerId: string, input: ContinueReply): Promise<StartedReply>
  /** Idempotent: what is taken back already stays so. A run that is still open is stopped first. */
  undo(ownerId: string, input: UndoContinue): Promise<void>
}

/** @see Continuations */
export function createContinuations(services: {
  database: ChatDatabase
  models: ModelRegistry
  runs: RunManager
  turns: ConversationTurns
  now: () => number
}): Continuations {
  const { database, models, runs, turns, now } = services

  const findReply = async (ownerId: string, conversationId: string, messageId: string): Promise<AssistantMessage> => {
    const reply = await findMessage(database, ownerId, { conversationId, messageId })
    if (reply.role !== 'assistant') throw new ChatError('message-not-found', 'Only a reply can be gone on with.')
    return reply
  }

  /** The reply with its run begun, or as it stands where the run is known already. */
  const begin = async (ownerId: string, input: ContinueReply): Promise<AssistantMessage> => {
    const { conversationId, messageId, runId } = input
    // First, since it may take a while: what is read after it is as it is when the run starts.
    const { provider, model } = await models.resolve(input.modelId)
    const message = await findReply(ownerId, conversationId, messageId)
    const known = await database.runs.find(ownerId, conversationId, runId)
    if (known?.messageId === messageId) return message
    if (known || (await database.runs.isTaken(runId))) throw new ChatError('id-conflict', 'This run id is taken.')
    if (!canContinue(message) || message.parentId === null) {
      throw new ChatError(
        'reply-conflict',
        isOpen(message.reply) ? 'This reply is being written.' : 'There is nothing to go on with in this reply.',
      )
    }
    const { parentId } = message
    const continued = { runId, message }
    return runs.start({ ownerId, conversationId, parentId, replyId: messageId, provider, model, continued, before: [] })
  }

  const continueReply = async (ownerId: string, input: ContinueReply): Promise<StartedReply> => {
    const { conversationId } = input
    const reply = await begin(ownerId, input)
    const question = await findMessage(database, ownerId, { conversationId, messageId: reply.parentId ?? '' })
    const conversation = await database.conversations.find(ownerId, conversationId)
    if (!conversation) throw conversationNotFound()
    if (question.role !== 'user') throw new ChatError('message-not-found', 'The question to this reply is gone.')
    return { conversation, message: question, reply }
  }

  const undo = async (ownerId: string, { conversationId, runId }: UndoContinue): Promise<void> => {
    const known = await database.runs.find(ownerId, conversationId, runId)
    if (!known) throw new ChatError('run-not-found', 'There is no such reply.')
    if (known.isUndone) return
    await runs.stop(runId)
    const message = await findReply(ownerId, conversationId, known.messageId)
    if (!undoRun(message, { runId })) {
      throw new ChatError('reply-conflict', 'Only what the reply was continued with last can be taken back.')
    }
    await database.log.append([
      { log: conversationLog(conversationId), event: { type: 'run-undone', runId, messageId: message.id } },
      {
        log: workspaceLog(ownerId),
        event: {
          type: 'conversation-updated',
          conversationId,
          updatedAt: now(),
          runningCount: runs.runningCount(conversationId),
        },
      },
    ])
  }

  return {
    continueReply: (ownerId, input) => turns.take(input.conversationId, () => continueReply(ownerId, input)),
    undo: (ownerId, input) => turns.take(input.conversationId, () => undo(ownerId, input)),
  }
}
