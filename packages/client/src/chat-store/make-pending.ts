import type { AssistantMessage, SendMessage, UserMessage } from '@livetype/protocol'
import { beginRun, ChatError, canContinue, textOf, undoRun } from '@livetype/protocol'
import type { PendingContinue, PendingRegenerate, PendingSend, PendingUndo } from './pending-reply.ts'

interface Sources {
  readonly makeId: () => string
  readonly now: () => number
}

/** What a person writes, and who is to answer. */
export interface Content {
  readonly text: string
  readonly modelId: string | undefined
}

/**
 * A message to send: not placed in its conversation yet, or, as another version of `edited`, placed where that is.
 */
export function makeSend({ makeId, now, text, modelId }: Sources & Content, edited?: UserMessage): PendingSend {
  const [messageId, replyId] = [makeId(), makeId()]
  const createdAt = now()
  return {
    ...begin({ replyId, parentId: messageId, modelId, now: createdAt }),
    kind: 'send',
    message: {
      id: messageId,
      role: 'user',
      parentId: edited?.parentId ?? null,
      parts: [{ type: 'text', text }],
      createdAt,
    },
    modelId,
    isPlaced: edited !== undefined,
    isEdit: edited !== undefined,
    knowledge: 'none',
  }
}

/** Gives a message that was refused the ids and times of a new one; its text and model stay. */
export function renew(pending: PendingSend, { makeId, now }: Sources): void {
  const [messageId, replyId] = [makeId(), makeId()]
  const createdAt = now()
  pending.message = { ...pending.message, id: messageId, createdAt }
  Object.assign(pending, begin({ replyId, parentId: messageId, modelId: pending.modelId, now: createdAt }))
  pending.knowledge = 'none'
}

/** Another reply beside `reply`, to be asked for. */
export function makeRegenerate(
  options: Sources & { conversationId: string; reply: AssistantMessage; modelId: string | undefined },
): PendingRegenerate {
  const { makeId, now, conversationId, reply, modelId } = options
  const replyId = makeId()
  return {
    ...begin({ replyId, parentId: reply.parentId, modelId, now: now() }),
    kind: 'regenerate',
    command: { conversationId, messageId: reply.id, replyId, ...(modelId !== undefined && { modelId }) },
  }
}

/** Going on with a reply. @throws {ChatError} `reply-conflict` where there is nothing to go on with. */
export function makeContinue(
  options: Sources & { conversationId: string; reply: AssistantMessage; modelId: string | undefined },
): PendingContinue {
  const { makeId, now, conversationId, reply, modelId = reply.modelId } = options
  const runId = makeId()
  const ids = { runId, messageId: reply.id, parentId: reply.parentId ?? '', modelId }
  // Only the server knows how another model is called.
  const modelName = modelId === reply.modelId ? reply.modelName : ''
  const event = { type: 'run-started', ...ids, modelName, continues: true, startedAt: now() } as const
  const begun = canContinue(reply) ? beginRun(reply, event) : undefined
  if (!begun) throw new ChatError('reply-conflict', 'There is nothing to go on with in this reply.')
  const command = { conversationId, messageId: reply.id, runId, modelId }
  return { kind: 'continue', replyId: reply.id, reply: begun, command, isTakenBack: false, ...notSent() }
}

/** Taking the last continuation of a reply back. @throws {ChatError} `reply-conflict` where there is none that has ended. */
export function makeUndo(conversationId: string, reply: AssistantMessage): PendingUndo {
  const { id, runId } = reply
  const before = undoRun(reply, { runId })
  if (!before) throw new ChatError('reply-conflict', 'There is no continuation to take back.')
  return { kind: 'undo', replyId: id, reply: before, command: { conversationId, runId }, ...notSent() }
}

/** What is asked of the server to send a message. */
export function commandOf(conversationId: string, pending: PendingSend): SendMessage {
  const { message, replyId, modelId } = pending
  return {
    conversationId,
    messageId: message.id,
    parentId: message.parentId,
    text: textOf(message),
    replyId,
    ...(modelId !== undefined && { modelId }),
  }
}

/** What every command for another reply begins as: the reply it will bring about, and nothing done yet. */
function begin(options: { replyId: string; parentId: string | null; modelId: string | undefined; now: number }) {
  const { replyId, parentId, modelId, now } = options
  const reply: AssistantMessage = {
    id: replyId,
    parentId,
    role: 'assistant',
    parts: [],
    createdAt: now,
    // Stands in until the server has said which run it is; nothing can be stopped by it.
    runId: replyId,
    modelId: modelId ?? '',
    modelName: '',
    reply: { status: 'running', startedAt: now },
  }
  return { replyId, reply, ...notSent() }
}

function notSent() {
  return { delivery: { status: 'queued' } as const, outcome: Promise.withResolvers<ChatError | null>() }
}
