import type { AskedReply, AssistantMessage, Attachment, SendMessage, UserMessage } from '@livetype/protocol'
import { attachmentsOf, beginRun, ChatError, canContinue, textOf, undoRun, userParts } from '@livetype/protocol'
import type { PendingContinue, PendingRegenerate, PendingSend, PendingUndo } from './pending-reply.ts'

interface Sources {
  readonly makeId: () => string
  readonly now: () => number
}

/** What a person writes, and who is to answer. */
export interface Content {
  readonly text: string
  readonly attachments?: readonly Attachment[] | undefined
  /** One at least; undefined: whom the server has first. */
  readonly modelIds: readonly (string | undefined)[]
}

/**
 * A message to send: not placed in its conversation yet, or, as another version of `edited`, placed where that is.
 */
export function makeSend(options: Sources & Content, edited?: UserMessage): PendingSend {
  const { makeId, now, text, attachments = [], modelIds } = options
  const messageId = makeId()
  const createdAt = now()
  return {
    ...begin({ makeId, parentId: messageId, modelIds, now: createdAt }),
    kind: 'send',
    message: {
      id: messageId,
      role: 'user',
      parentId: edited?.parentId ?? null,
      parts: userParts(text, attachments),
      createdAt,
    },
    modelIds,
    isPlaced: edited !== undefined,
    isEdit: edited !== undefined,
    knowledge: 'none',
  }
}

/** Gives a message that was refused the ids and times of a new one; its text and model stay. */
export function renew(pending: PendingSend, { makeId, now }: Sources): void {
  const messageId = makeId()
  const createdAt = now()
  pending.message = { ...pending.message, id: messageId, createdAt }
  Object.assign(pending, begin({ makeId, parentId: messageId, modelIds: pending.modelIds, now: createdAt }))
  pending.knowledge = 'none'
}

/** Other replies beside `reply`, to be asked for. */
export function makeRegenerate(
  options: Sources & Pick<Content, 'modelIds'> & { conversationId: string; reply: AssistantMessage },
): PendingRegenerate {
  const { makeId, now, conversationId, reply, modelIds } = options
  const begun = begin({ makeId, parentId: reply.parentId, modelIds, now: now() })
  return {
    ...begun,
    kind: 'regenerate',
    command: { conversationId, messageId: reply.id, ...askedOf({ ...begun, modelIds }) },
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
  return { kind: 'continue', replyId: reply.id, reply: begun, others: [], command, isTakenBack: false, ...notSent() }
}

/** Taking the last continuation of a reply back. @throws {ChatError} `reply-conflict` where there is none that has ended. */
export function makeUndo(conversationId: string, reply: AssistantMessage): PendingUndo {
  const { id, runId } = reply
  const before = undoRun(reply, { runId })
  if (!before) throw new ChatError('reply-conflict', 'There is no continuation to take back.')
  return { kind: 'undo', replyId: id, reply: before, others: [], command: { conversationId, runId }, ...notSent() }
}

/** What is asked of the server to send a message. */
export function commandOf(conversationId: string, pending: PendingSend): SendMessage {
  const { message } = pending
  const attachmentIds = attachmentsOf(message).map(({ fileId }) => fileId)
  return {
    conversationId,
    messageId: message.id,
    parentId: message.parentId,
    text: textOf(message),
    ...(attachmentIds.length > 0 && { attachmentIds }),
    ...askedOf(pending),
  }
}

/** The replies that a command asks for: one in the words that every server knows. */
function askedOf({ replyId, others, modelIds }: Pick<PendingSend, 'replyId' | 'others' | 'modelIds'>) {
  const replies = [replyId, ...others.map(({ id }) => id)].map((id, index): AskedReply => {
    const modelId = modelIds[index]
    return { replyId: id, ...(modelId !== undefined && { modelId }) }
  })
  const [only, ...more] = replies
  return only && more.length === 0 ? only : { replies }
}

/** What every command for other replies begins as: the replies it will bring about, and nothing done yet. */
function begin(options: {
  makeId: () => string
  parentId: string | null
  modelIds: readonly (string | undefined)[]
  now: number
}) {
  const { makeId, modelIds, ...made } = options
  const [firstModelId, ...otherModelIds] = modelIds
  const replyId = makeId()
  const group = otherModelIds.length > 0 ? { groupId: replyId } : {}
  const reply = replyToCome({ ...made, ...group, replyId, modelId: firstModelId })
  const others = otherModelIds.map((modelId) => replyToCome({ ...made, ...group, replyId: makeId(), modelId }))
  return { replyId, reply, others, ...notSent() }
}

function replyToCome(made: {
  replyId: string
  parentId: string | null
  modelId: string | undefined
  groupId?: string
  now: number
}): AssistantMessage {
  const { replyId, parentId, modelId, groupId, now } = made
  return {
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
    ...(groupId !== undefined && { groupId }),
  }
}

function notSent() {
  return { delivery: { status: 'queued' } as const, outcome: Promise.withResolvers<ChatError | null>() }
}
