import type { ChatDatabase, NewEntry } from '@livetype/db'
import {
  type AskedReply,
  type AssistantMessage,
  ChatError,
  type StartedReply,
  type UserMessage,
} from '@livetype/protocol'
import { conversationNotFound } from '../conversations/find-message.ts'
import type { ModelRegistry } from '../providers/model-registry.ts'
import type { RunManager } from '../runs/run-manager.ts'

/** Which replies are asked for, and to what. */
interface AskedReplies {
  readonly conversationId: string
  readonly message: UserMessage
  /** One at least; of several, the first leads on. */
  readonly asked: readonly AskedReply[]
}

/** Starts the replies to a message: one, or several at once. @see SPEC.md RUN1, RUN11 */
export interface ReplyStarter {
  /**
   * What the same ids have begun before; undefined where none of them is known.
   * @throws {ChatError} `id-conflict` where some are known but not all, or belong to another message.
   */
  startedBefore(ownerId: string, replies: AskedReplies): Promise<StartedReply | undefined>
  /** Starts all in one transaction, behind `before`. */
  start(ownerId: string, replies: AskedReplies & { readonly before: readonly NewEntry[] }): Promise<StartedReply>
}

/** @see ReplyStarter */
export function createReplyStarter(services: {
  database: ChatDatabase
  models: ModelRegistry
  runs: RunManager
}): ReplyStarter {
  const { database, models, runs } = services

  const answer = async (
    ownerId: string,
    { conversationId, message }: AskedReplies,
    [reply, ...others]: readonly AssistantMessage[],
  ): Promise<StartedReply> => {
    const conversation = await database.conversations.find(ownerId, conversationId)
    if (!conversation) throw conversationNotFound()
    if (!reply) throw idTaken()
    return { conversation, message, reply, ...(others.length > 0 && { others }) }
  }

  return {
    async startedBefore(ownerId, replies) {
      const found: AssistantMessage[] = []
      for (const { replyId } of replies.asked) {
        const known = (await database.messages.find(ownerId, replyId))?.message
        if (known?.role === 'assistant' && known.parentId === replies.message.id) found.push(known)
        else if (known || found.length > 0) throw idTaken()
      }
      if (found.length === 0) return undefined
      if (found.length < replies.asked.length) throw idTaken()
      return answer(ownerId, replies, found)
    },
    async start(ownerId, replies) {
      const { conversationId, message, asked } = replies
      // First, since it may take a while: what is read after it is as it is when the runs start.
      const resolved = await Promise.all(asked.map(({ modelId }) => models.resolve(modelId)))
      const ids = new Set(asked.map(({ replyId }) => replyId))
      if (ids.size < asked.length) throw idTaken()
      for (const id of ids) if (await database.messages.isTaken(id)) throw idTaken()
      const groupId = asked.length > 1 ? asked[0]?.replyId : undefined
      const newRuns = resolved.map(({ provider, model }, index) => ({
        ownerId,
        conversationId,
        parentId: message.id,
        replyId: asked[index]?.replyId ?? '',
        provider,
        model,
        before: index === 0 ? replies.before : [],
        ...(groupId !== undefined && { groupId }),
      }))
      return answer(ownerId, replies, await runs.startAll(newRuns))
    },
  }
}

function idTaken(): ChatError {
  return new ChatError('id-conflict', 'This id is taken by another message.')
}
