import { isOpen, isSameFeedback, type Message, type Part, type ReplyState, type UserPart } from '@livetype/protocol'

/** Whether two messages would be shown alike. */
export function isSameMessage(a: Message, b: Message): boolean {
  if (a.id !== b.id || a.parentId !== b.parentId || a.createdAt !== b.createdAt) return false
  if (a.parts.length !== b.parts.length || !a.parts.every((part, index) => isSamePart(part, b.parts[index])))
    return false
  if (a.role !== 'assistant' || b.role !== 'assistant') return a.role === b.role
  // The runs before it are the same where the last one is, and as many.
  if (!isSameFeedback(a.feedback, b.feedback)) return false
  if (a.runId !== b.runId || a.earlierRuns?.length !== b.earlierRuns?.length) return false
  return (
    a.groupId === b.groupId && a.modelId === b.modelId && a.modelName === b.modelName && isSameReply(a.reply, b.reply)
  )
}

/** A file's id stands for all that is said of it. */
function isSamePart(a: Part | UserPart, b: Part | UserPart | undefined): boolean {
  if (!b || a.type !== b.type) return false
  if (!('text' in a)) return 'fileId' in b && a.fileId === b.fileId
  if (!('text' in b) || a.text !== b.text || a.startedAt !== b.startedAt) return false
  return a.type !== 'reasoning' || b.type !== 'reasoning' || a.durationMs === b.durationMs
}

function isSameReply(a: ReplyState, b: ReplyState): boolean {
  if (isOpen(a) || isOpen(b)) return a.status === b.status && beginningOf(a) === beginningOf(b)
  return (
    a.status === b.status &&
    a.startedAt === b.startedAt &&
    a.endedAt === b.endedAt &&
    a.failure?.code === b.failure?.code &&
    a.failure?.message === b.failure?.message &&
    a.usage?.inputTokens === b.usage?.inputTokens &&
    a.usage?.outputTokens === b.usage?.outputTokens &&
    a.firstTokenMs === b.firstTokenMs
  )
}

function beginningOf(reply: ReplyState): number {
  return reply.status === 'queued' ? reply.queuedAt : reply.startedAt
}
